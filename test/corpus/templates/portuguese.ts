import type { TemplateSet } from '../template-set';

/** Pages in Portuguese. */
export const PORTUGUESE: TemplateSet = {
  lang: 'pt',
  countries: ['PT', 'BR', 'BR'],
  templates: {
    crm: [
      'Cliente: {{co}}\nContacto: {{name}}\nTelefone: {{tel}}\n[[Fax: {{fax}}\n]]Código do cliente: {{n:7}}\nÚltima visita: {{date}}',
      'Chamado {{n:8}} aberto em {{date}}, prioridade 2, protocolo {{n:14}}',
    ],
    mail: [
      'Atenciosamente,\n{{name}}\nCompras\n{{co}}\n{{street}}, {{place}}\nTel.: {{tel}} | Celular: {{mob}}',
      'Olá {{name}}, o seu pedido {{n:9}} de {{date}} foi enviado. Código de rastreio: {{s:@@#########BR}}.',
      'Ligue para {{telx}}[[ ou mande WhatsApp para {{mob}}]].',
    ],
    invoice: [
      'Nota fiscal nº {{s:###.###.###}} série 1\nEmissão {{date}}\n{{tax}}\nValor total {{price}}',
      'Boleto: {{s:34191.##### #####.###### #####.###### # ##############}}, vencimento {{date}}',
      '{{tax}} · Tel. {{fix}} · Fax {{fax}}',
    ],
    shop: [
      'Furadeira 18 V, ref. {{n:8}}, EAN {{ean:78}}, {{price:40-300}}',
      'Dúvidas? Ligue {{free}}, seg. a sex., 8h às 18h.',
      'Loja {{place}}, {{street}}, {{tel}}, das 10h às 22h',
    ],
    directory: [
      'Prefeitura {{fix}}\nBiblioteca {{fix}}\nPlantão {{mob}}',
      '{{name}}, encanador, {{mob}} (zap), desde {{year}}',
      '{{co}} - {{street}} - {{place}} - Fone {{fix}}',
    ],
    chat: [
      '{{name}}: meu número novo é {{mob}}',
      '{{name}}: chego {{time}}, portão 12, assento 24A, senha do wifi {{n:8}}, placa {{plate}}',
    ],
    timetable: [
      'Comboio {{n:4}} partida {{time}} linha 7 chegada {{time}}',
      'Linha 210: 06h15 06h45 07h15 07h45. Informações: {{free}}.',
    ],
    sports: [
      'Rodada 34: 2 x 1, 0 x 0, 3 x 2. Público: {{big:10000-60000}}. Renda: {{price:100000-900000}}. SG +24, 78 pts',
    ],
    form: [
      'Nome: {{name}}\nData de nascimento: {{born}}\nTelefone: {{tel}}\n{{tax}}',
      'Processo n.º {{s:#######-##.2025.8.26.####}}, inscrição {{like}}, {{date}}',
    ],
    legal: [
      '{{co}}, {{street}}, {{place}}. {{tax}}. Tel. {{tel}}.',
      'Lei nº 13.709/2018, arts. 7º a 11; Decreto 9.{{int:100-999}}/2019, DOU de {{date}}',
    ],
    shipping: [
      'Objeto {{s:@@#########BR}} entregue em {{date}} às {{time}}',
      'Entregador {{name}}: {{mob}}. Pedido {{like}}, volume 1/2, 14,5 kg.',
    ],
    banking: [
      'Conta {{iban}} Agência {{n:4}}-{{int:0-9}}\nSaldo {{price:100-90000}}',
      'Cartão perdido? {{free}}. Do estrangeiro: {{intl}}.',
      'Pix enviado {{date}} {{time}} ID E{{n:8}}{{s:2025##########}}s{{n:10}}, {{price:10-900}}',
    ],
    travel: [
      'Pousada {{co}}, {{street}}, {{place}}. Recepção {{tel}}. Entrada a partir das 14h.',
      'Voo {{flight}}, {{date}} {{time}}, localizador {{s:@@@@@#}}, bilhete {{s:957-##########}}',
    ],
    medical: [
      'Consulta: {{date}}, {{time}}, sala 12. Para desmarcar: {{tel}}.',
      'Utente {{s:### ### ###}}, receita {{s:1011 #### #### ####}}, glicose 98 mg/dl, PA 12x8, lote {{s:@#####}}',
    ],
    jobs: [
      'Auxiliar de armazém, {{price:900-2500}}/mês. Enviar CV ou ligar {{tel}}. Vaga {{n:6}}.',
    ],
    classifieds: [
      'Carro {{year}}, {{big:40000-180000}} km, {{plate}}, {{price:1500-9000}}. {{mob}}, falar com {{name}}',
      'T2 de 78 m², {{price:500-1500}}, anúncio {{n:9}}',
    ],
    event: ['Festa de verão, {{date}}, das 11h às 18h. Inscrições com {{name}}: {{tel}}.'],
  },
};
