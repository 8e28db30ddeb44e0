/**
 * Words that stand before digits and say what they are, as `folded` writes them: lower case, without
 * accents. One line a language; a word that two languages share stands in the first.
 */
const PHONE = `
tel tele telephone telephones phone phones cell cellphone cellular mobile mob ph tollfree hotline helpline landline call calls calling dial dialing ring text sms contact voicemail reach whatsapp wa viber signal telegram imessage service services sales support switchboard reception helpdesk pager t m c p o d dd
telefon fon handy mobil mobilnummer anruf anrufen rufnummer ruf notruf notfall kontakt erreichbar durchwahl zentrale servicenummer festnetz rezeption empfang sekretariat zentrale buro praxis
telephoner portable appelez appeler appel fixe standard joignable contactez numero-vert
telefono telefonos movil celular llame llamar llamenos llama fijo contacto centralita
cellulare cell chiamare chiama chiamaci chiamate fisso recapito centralino contatto
telefone telefones telemovel fone ligue ligar contato contacto fixo
telefoon telefoonnummer mobiel gsm bel bellen belt vast contactnummer
telefonu komorka komorkowy kom zadzwon dzwon dzwonic dzwonil dzwonila stacjonarny infolinia kontaktowy tel-kom
tlf tfn mobilen mobiltelefon telefonnummer vaxel vx mobilnr telnr ringa
puh puhelin puhelinnumero gsm matkapuhelin soita vaihde
telefonni volejte mobilni zavolejte volat
telefonszam hivja mobilszam
sunati apelati
telefonas telefons
telefonunuz gsm arayin ara arayiniz ulasin santral irtibat iletisim hizmetleri hizmeti
тел телефон телефоны телефону моб мобильный сотовый звоните звонить позвоните факс контакт горячая линия дзвоніть мобільний тэл
τηλ τηλεφωνο κιν κινητο καλεστε
هاتف الهاتف جوال الجوال موبايل محمول تليفون تلفون اتصل واتساب ت فون للتواصل
טל טלפון נייד סלולרי להתקשר התקשרו חייגו פקס
फोन मोबाइल दूरभाष संपर्क कॉल
fone dienstleistung
dien-thoai dtdd dd hotline sdt goi
โทร โทรศัพท์ มือถือ
telp telepon hp hubungi kantor
`;

const FAX = `
fax faxes telefax telefaks faksi faks faxnummer faxnr telecopie telecopieur faxen fx f
факс φαξ فاكس الفاكس פקס
`;

const OTHER = `
order invoice bill receipt quote quotation purchase po sku isbn issn ismn iban bic swift blz account acct acc acc-no a/c routing sort-code bsb clabe aba tracking track parcel shipment consignment waybill awb container pallet manifest ticket case claim booking reservation ref reference confirmation pnr policy contract batch lot serial s/n sn part model article item product asin upc ean gtin mpn oem version build release firmware kernel rma bol opportunity application requisition req specimen sample debit atm sscc inquiry enquiry job tender card visa mastercard amex maestro cvv loyalty membership member passport licence license licence-no permit vin plate imei iccid imsi meid ssn ein tin vat abn acn nhs nino npi ndc doi pmid pmcid pmc oclc arxiv patent epoch timestamp unix id uid uuid guid hash checksum sha md5 token pin otp passcode code zip postcode pobox page pages pp chapter vol volume issue serial fedex ups usps dhl dpd gls hermes postnl case-id customer client employee student patient registration reg transaction txn txid payment deposit balance total sum subtotal amount price cost revenue budget population votes score lap frequency voltage weight size torque pid seq row rows record key utm grid coordinates lat lon lng latitude longitude gps position pos sector plot parcel-no txs password pw pwd passwd timeout value size length offset limit width height ttl lottery draw winning flight train duns siren cas nsn cage hts ticker btc isin cusip sedol wkn crn acra mrn copyright seed pokedex
zahlerstand chiffre datensatz rechnung auftrag antrag antrags anfrage kunde kundennr rechnungsnr konto kto blz sendung sendungs paket vorgang vorgangs aktenzeichen az steuernummer steuer-nr ust-id ust-idnr ustid hrb hra artikel art-nr artikelnr art bestell serie seriennr charge teilenummer modell ausweis personalausweis reisepass vertrag versicherung mitglied mitglieds buchung ticketnr postfach plz preis betrag summe gesamt version kennzeichen fin toner ladungs los matrikel zahler beleg kassenzeichen gutschein mandat glaubiger-id
rpps adeli finess allocataire secu facture commande colis suivi compte siret siren nir dossier devis contrat article reference client commande-no serie lot modele version licence passeport prix montant total tva rcs ape naf cedex bp
legajo cae cbu clabe factura pedido seguimiento cuenta expediente envio contrato poliza referencia articulo serie lote modelo version pasaporte tarjeta precio importe oportunidad concepto muestra solicitud nif dni nie cif cups total cliente paquete reserva albaran ruc rut cuit curp rfc cedula
fattura ordine spedizione conto pratica polizza contratto codice articolo serie lotto modello versione passaporto carta tessera prezzo importo totale prenotazione riferimento partita-iva p-iva piva iva cf cliente pacco protocollo matricola cro trn causale bonifico
fatura encomenda rastreio rastreamento conta processo protocolo apolice contrato codigo artigo serie lote modelo versao passaporte cartao preco valor total cpf cnpj rg nif nota-fiscal nf boleto matricula agencia cnh nis pis inscricao
factuur bestelling klant rekening pakket zending polis contract dossier artikel serie bsn kvk postbus prijs bedrag totaal versie kenmerk boeking reservering klantnr ordernr
zam ogloszenie ogloszenia odbioru faktura zamowienie przesylka paczka konto rachunek polisa umowa faktury zlecenia przesylki rachunku kod numer-seryjny nip regon pesel krs cena kwota suma wersja sprawa sygnatura rezerwacja bilet klient nadania seryjny tytul tytulem przelew przelewu
faktura bestallning order kundnr kund paket forsandelse konto kontonr bankgiro plusgiro bg pg orgnr org personnummer personnr ocr arende arendenr diarienummer version serie artikelnr pris summa bokning kolli organisasjonsnr orgnummer kid bestilling faktura cvr cpr cir
tilaus lasku tilinumero viite viitenumero asiakasnumero hetu y-tunnus
objednavka zadost spis faktura ico dic ucet zasilka cislo-uctu variabilni vs rodne
szamla szamlat rendeles rendelese rendeleset rendelesed megrendeles adoszam szamlaszam cikkszam csomag taj ugyfel hirdetes hirdeteskod cikk
comanda comenzii factura cui cnp cif awb anunt fisa buletin seria dosar client contract colet
siparis fatura kargo takip hesap musteri sicil tc kimlik vergi tckn seri parti model surum fiyat tutar toplam rezervasyon bilet dosya urun barkod
операция операции перевод платеж платежа объявление объявления вх исх заказа счет счёт накладная посылка трек трек-номер инн кпп огрн снилс бик р/с к/с паспорт договор полис артикул серия серийный модель версия билет бронь заявка дело лот цена сумма итого код карта огрнип окпо замовлення рахунок посилка накладна
παραγγελιας τιμολογιου λογαριασμου αποστολης πρωτοκολλο πρωτοκολλου συμβολαιο παραγγελια τιμολογιο αφμ λογαριασμος αποστολη κωδικος δεμα αμκα
طلب الطلب المعاملة معاملة فاتورة الفاتورة شحنة الشحنة تتبع التتبع حساب الحساب تذكرة حجز الحجز مرجع الهوية هوية جواز إصدار السعر المبلغ الرمز بطاقة عقد
הזמנה פנייה חשבונית משלוח מעקב חשבון כרטיס תיק ת.ז ח.פ זהות דרכון אסמכתא מחיר קבלה מקט
चालान ऑर्डर खाता बिल aadhaar aadhar pan gstin gst ifsc pnr आधार
pesanan resi faktur nik npwp nib rekening rek peserta invois tempahan
`;

/** What people phone for, and what gets a number of its own: a colon and groups tell which. */
const WEAK = `
instrument savings capacity contador
order orders booking bookings reservation reservations
bestellung bestellungen buchung buchungen reservierung reservierungen versand spedition ticket tickets
commande commandes reservation reservations livraison
pedido pedidos reserva reservas ordine ordini prenotazione prenotazioni prenotazioni encomenda encomendas
bestelling bestellingen boeking reservering reserveringen bokning bestallning zamowienia rezerwacja rezervasyon siparis заказ бронь
`;

/** Words that name no thing: between a label and its number they change nothing. */
const BETWEEN = `
no nos nr num number numbers numb nummer numero numeros num-ber n nº no-s ref-no id-no is are was the a an at on us to our my your for of me by or and und oder der die das ist unter de la le el du des est es et ou o y e il lo da do em para sur au op het ons onze om en i pod na och pa pod eller er numer numara numarasi no-su номер номера № по на и رقم الرقم على מספר מס א נא sayi via eu here now today please new nouveau nouvelle nuevo nuova nuovo novo nova neue mein meine mijn min mitt ma mon mi minha meu mio mia
`;

/** Compounds of German, Dutch and the Nordic languages that end so are told by their beginning. */
const COMPOUND =
  /^(.{2,}?)-?(?:s?nummer|s?nummern|snr|nr|numeroa?|numero|skod|code|sziffer|kennzahl|szam|szama)$/;
const PHONE_STEM =
  /(?:tele?f|tel$|phon|fon$|handy|mobil|mobiel|ruf|fax|hotline|notfall|service|gsm|kontakt|contact|durchwahl|festnetz|puhelin|hivo|whatsapp|sms|support|info)/;

/** Chinese, Japanese, Korean and Thai words stand without spaces: only the end of a text tells. */
const PHONE_ENDING =
  /(?:电话|電話|手机|手機|移动电话|热线|熱線|专线|联系方式|联系|聯絡|致电|拨打|服务热线|微信|でんわ|携帯|ケータイ|フリーダイヤル|連絡先|問い?合わ?せ|代表|直通|内線|전화|휴대폰|핸드폰|연락처|대표번호|팩스|โทร|โทรศัพท์|มือถือ|ติดต่อ)(?:番号|号码|號碼|번호|号)?$/;
const FAX_ENDING = /(?:传真|傳真|ファックス|ファクス|팩스|โทรสาร|แฟกซ์)(?:番号|号码|號碼|번호|号)?$/;
const OTHER_ENDING =
  /(?:(?<!電話)注文|订单|訂單|单号|運單|运单|快递|包裹|发票|發票|账号|帳號|账户|帐号|卡号|身份证|证件|编号|編號|流水号|合同|型号|版本|货号|税号|信用代码|邮编|請求書|伝票|追跡|問い?合わ?せ伝票|口座|会員|受付|案件|管理|製造|型番|品番|商品|郵便|〒|法人|登録|整理|お客様|価格|金額|주문|송장|운송장|계좌|사업자|등록|고객|카드|주민|우편|제품|모델|금액|คำสั่งซื้อ|พัสดุ|บัญชี|ใบแจ้งหนี้|เลขที่|รหัส)(?:番号|号码|號碼|번호|号|號|コード|No\.?)?$|(?:予約|예약)(?:番号|번호)$/;

const PLAIN: Readonly<Record<string, string>> = {
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
};

/** What digits after it are, going by one word. */
export type WordKind = 'phone' | 'fax' | 'other' | 'weak' | 'between' | 'unknown';

const KINDS = new Map<string, WordKind>([
  ...entries(OTHER, 'other'),
  ...entries(WEAK, 'weak'),
  ...entries(PHONE, 'phone'),
  ...entries(FAX, 'fax'),
  ...entries(BETWEEN, 'between'),
]);

function entries(words: string, kind: WordKind): [string, WordKind][] {
  return words
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => [folded(word), kind]);
}

/** A text in lower case and without accents, for comparing; it may get shorter. */
export function folded(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[ıłøđßæœ]/g, (letter) => PLAIN[letter] ?? letter);
}

/** What a word before digits says they are; the word is folded. */
export function kindOfWord(word: string): WordKind {
  const kind = KINDS.get(word);

  if (kind !== undefined) {
    return kind;
  }
  if (FAX_ENDING_FOLDED.test(word)) {
    return 'fax';
  }
  if (OTHER_ENDING_FOLDED.test(word)) {
    return 'other';
  }
  if (PHONE_ENDING_FOLDED.test(word)) {
    return 'phone';
  }

  return kindOfCompound(word);
}

// Folding takes the marks off kana and Thai letters: the expressions must be read folded, too.
const FAX_ENDING_FOLDED = foldedExpression(FAX_ENDING);
const OTHER_ENDING_FOLDED = foldedExpression(OTHER_ENDING);
const PHONE_ENDING_FOLDED = foldedExpression(PHONE_ENDING);

function foldedExpression({ source }: RegExp): RegExp {
  return new RegExp(folded(source));
}

function kindOfCompound(word: string): WordKind {
  if (word.endsWith('fax')) {
    return 'fax';
  }
  if (/(?:telefon|telefoon|hotline|phone|handy|mobil|helpline|line|whatsapp)$/.test(word)) {
    return 'phone';
  }

  const [, stem] = COMPOUND.exec(word) ?? [];

  if (stem === undefined) {
    return 'unknown';
  }
  if (stem.includes('fax')) {
    return 'fax';
  }

  return PHONE_STEM.test(stem) ? 'phone' : 'other';
}
