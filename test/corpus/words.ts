/** Common given names and invented companies of a language. */
export interface Words {
  readonly names: readonly string[];
  readonly companies: readonly string[];
}

const words = (names: string, companies: string): Words => ({
  names: names.split('|'),
  companies: companies.split('|'),
});

const WORDS: Readonly<Record<string, Words>> = {
  de: words(
    'Anna|Jonas|Lena|Felix|Marie|Paul|Katharina',
    'Blauwerk GmbH|Alpenrad KG|Kornhaus & Co.|Hafenlicht eG|Praxis am Park',
  ),
  fr: words(
    'Camille|Hugo|Léa|Louis|Chloé|Mathis',
    'Atelier Bleuet SARL|Maison Verte|Transports du Lac SA|Librairie des Quais',
  ),
  es: words(
    'Lucía|Pablo|Carmen|Diego|Elena|Javier',
    'Talleres Olivar S.L.|Casa Verde S.A.|Luz del Sur|Papelería Nube',
  ),
  it: words(
    'Giulia|Luca|Chiara|Matteo|Sofia|Marco',
    'Officina Blu S.r.l.|Casa Verde S.p.A.|Bottega del Lago|Studio Tre Pini',
  ),
  pt: words(
    'Beatriz|João|Mariana|Tiago|Inês|Pedro',
    'Casa Azul Lda.|Oficina do Rio|Padaria Girassol|Nuvem Clara Ltda',
  ),
  nl: words('Sanne|Daan|Lotte|Bram|Fleur|Sem', 'Blauwgras B.V.|De Molenhoek|Kadewerk|Fietsenrijk'),
  sv: words(
    'Elsa|Erik|Maja|Oskar|Linnea|Nils',
    'Norrljus AB|Blåbärets Café|Skogsvik Bygg|Lilla Kajen',
  ),
  da: words('Freja|Emil|Ida|Oscar|Clara|Mikkel', 'Havblik ApS|Grønne Cykler|Nordlys A/S'),
  pl: words(
    'Zofia|Jan|Maja|Jakub|Hanna|Piotr',
    'Błękitny Młyn sp. z o.o.|Zielony Dom|Kuźnia Smaku|Promyk s.c.',
  ),
  cs: words('Eliška|Jan|Tereza|Jakub|Adéla|Petr', 'Modrá Louka s.r.o.|Zelený Dům|Dílna U Lípy'),
  ru: words(
    'Анна|Иван|Мария|Дмитрий|Ольга|Павел',
    'ООО «Синий мост»|Зелёный дом|ИП Мастерская у реки|«Северный свет»',
  ),
  tr: words(
    'Zeynep|Emre|Elif|Mert|Defne|Kerem',
    'Mavi Deniz Ltd. Şti.|Yeşil Ev|Güneş Kitabevi|Kuzey Yıldızı A.Ş.',
  ),
  he: words('נועה|יונתן|מאיה|איתי|תמר|עומר', 'הגשר הכחול בע"מ|בית ירוק|סדנת הנחל|אור הצפון'),
  ar: words(
    'مريم|أحمد|ليلى|يوسف|سارة|خالد',
    'شركة الجسر الأزرق|البيت الأخضر|ورشة النهر|نور الشمال',
  ),
  ja: words('さくら|健太|美咲|大輔|陽子|直樹', '青空商事株式会社|みどり書店|川辺工房|北光電機'),
  zh: words('小明|丽华|志强|晓燕|建国', '蓝桥科技有限公司|绿屋书店|河畔工坊|北光贸易'),
  ko: words('지우|민준|서연|하준|수아', '푸른다리 주식회사|초록서점|강변공방|북극성전자'),
  fi: words('Aino|Eetu|Helmi|Onni|Venla', 'Sininen Silta Oy|Vihreä Talo Ky|Jokipaja|Revontuli Oyj'),
  nb: words('Nora|Jakob|Ingrid|Magnus|Sofie', 'Blåfjell AS|Grønne Hus|Elvebakken Verksted'),
  hu: words('Anna|Bence|Zsófia|Máté|Luca', 'Kék Híd Kft.|Zöld Ház Bt.|Folyóparti Műhely'),
  ro: words(
    'Andreea|Mihai|Ioana|Andrei|Elena',
    'Podul Albastru SRL|Casa Verde|Atelierul de pe Râu',
  ),
  el: words('Ελένη|Γιώργος|Μαρία|Νίκος', 'Μπλε Γέφυρα Α.Ε.|Πράσινο Σπίτι|Εργαστήρι Ποταμού'),
  id: words('Putri|Budi|Dewi|Agus|Sari', 'PT Jembatan Biru|Rumah Hijau|Bengkel Tepi Sungai'),
  en: words(
    'Olivia|Jack|Emma|Liam|Grace|Noah|Priya|Thabo',
    'Blue Harbour Ltd|Greenfield Supplies|Riverbend Dental|Northlight Travel|Copper Kettle Cafe|Willow & Sons Plumbing',
  ),
};

/** The words of a language. */
export function wordsOf(lang: string): Words {
  const found = WORDS[lang];

  if (found === undefined) {
    throw new Error(`no words in ${lang}`);
  }

  return found;
}
