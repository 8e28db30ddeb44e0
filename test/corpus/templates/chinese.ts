import type { TemplateSet } from '../template-set';

/** Pages in Chinese. */
export const CHINESE: TemplateSet = {
  lang: 'zh',
  countries: ['CN'],
  templates: {
    crm: [
      '客户：{{co}}\n联系人：{{name}}\n电话：{{tel}}\n[[传真：{{fax}}\n]]客户编号：{{n:7}}\n最近联系：{{date}}',
      '工单号 {{like}}，{{date}} {{time}} 创建，优先级2',
    ],
    mail: [
      '{{co}} 销售部\n{{name}}\n电话：{{telx}}\n手机：{{mob}}\n{{place}}{{street}}',
      '您的订单 {{n:16}} 已于{{date}}发货，快递单号 {{n:13}}。',
      '验证码 {{n:6}}，5分钟内有效，请勿泄露。',
    ],
    invoice: [
      '发票代码 {{n:12}} 发票号码 {{n:8}} 开票日期 {{date}} 价税合计 {{price}}',
      '纳税人识别号 9111{{n:10}}MA0X 开户行及账号 {{n:19}} 电话 {{fix}}',
    ],
    shop: [
      '电钻 18V 货号 {{n:8}} 条码 {{ean:69}} {{price:100-900}} 已售 {{int:100-9999}} 件',
      '客服热线 {{free}}（9:00-21:00）',
      '门店地址：{{place}}{{street}} 电话 {{tel}}',
    ],
    directory: [
      '前台 {{fix}}\n人事 {{fix}}\n值班 {{mob}}',
      '{{name}} 水电维修 {{mob}} 微信同号',
      '{{co}} {{place}}{{street}} {{fix}} 成立于{{year}}年',
    ],
    chat: [
      '{{name}}：换号了 {{mob}}',
      '{{name}}：G{{int:100-999}}次 7车12F {{time}}到，QQ {{n:9}}，门禁{{n:4}}',
    ],
    timetable: ['G{{int:100-999}} {{time}}开 {{time}}到 7站台 二等座 {{price:100-900}}'],
    sports: ['第34轮 2-1（1-0） 上座 {{int:10000-60000}} 人 积78分 净胜球+24'],
    form: [
      '姓名：{{name}}\n身份证号：11010119850{{int:100-999}}{{n:4}}\n手机号：{{mob}}',
      '申请编号 {{like}}，提交时间 {{iso}} {{time}}',
    ],
    legal: [
      '京ICP备{{n:8}}号-1 京公网安备 {{n:14}}号 © 2009-2026 {{co}}',
      '违法和不良信息举报电话：{{fix}} 邮箱：{{mail}}',
    ],
    shipping: [
      '运单号 {{s:SF1###########}} 已签收 {{iso}} {{time}}',
      '快递员 {{name}} {{mob}}，取件码 {{s:#-#-####}}',
    ],
    banking: [
      '卡号 6222 0200 {{s:#### #### ###}} 余额 {{price:100-90000}}',
      '挂失请拨 {{free}}，境外请拨 {{intl}}',
    ],
    medical: [
      '就诊时间 {{date}} {{time}} 3诊室 预约电话 {{tel}}',
      '病历号 {{n:8}} 医保卡 {{n:10}} 血压 120/80 mmHg',
    ],
    classifieds: [
      '{{year}}年轿车 {{int:2-18}}万公里 {{plate}} 电话 {{mob}}',
      '两室一厅 78.5㎡ {{price:2000-8000}}/月 房源编号 {{n:10}}',
    ],
  },
};
