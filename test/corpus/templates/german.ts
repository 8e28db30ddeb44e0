import type { TemplateSet } from '../template-set';

/** Pages in German. */
export const GERMAN: TemplateSet = {
  lang: 'de',
  countries: ['DE', 'DE', 'AT', 'CH'],
  templates: {
    crm: [
      'Kunde: {{co}}\nAnsprechpartnerin: {{name}}\nTelefon: {{tel}}\n[[Fax: {{fax}}\n]]Kundennr.: {{n:7}}\nLetzter Kontakt: {{date}}, {{time}} Uhr',
      'Vorgang {{n:9}} vom {{date}}, Priorität 2, Wiedervorlage {{date}}, Angebot {{s:AN-2025-####}}',
      'Rückruf erbeten: {{name}}, {{tel}}, ab {{time}} Uhr',
      'Geräte-Nr. {{like}}, Vertrag {{n:10}}, Laufzeit 24 Monate, {{price:10-90}}/Monat',
      'Zentrale {{fix}}\nVertrieb {{telx}}\nMobil {{mob}}\nDebitor {{n:6}}',
    ],
    mail: [
      'Mit freundlichen Grüßen\n{{name}}\nSachbearbeitung\n{{co}}\n{{street}}, {{place}}\nTel.: {{tel}}\nFax: {{fax}}\nMobil: {{mob}}\n{{mail}}',
      'Hallo {{name}},\nIhre Bestellung {{n:9}} wurde am {{date}} versandt. Sendungsnummer: {{track}}.',
      'Sie erreichen mich unter {{tel}}[[ oder mobil unter {{mob}}]]. Beste Grüße, {{name}}',
      'Ihr Zeichen: {{s:##/###-##}}\nUnser Zeichen: {{s:4###/2#}}\nDatum: {{date}}\nDurchwahl: {{fix}}',
      'Ihr Einmalcode lautet {{n:6}}. Gültig bis {{time}} Uhr. Vorgangsnummer {{like}}.',
    ],
    invoice: [
      'Rechnung Nr. {{s:2025-#####}}\nRechnungsdatum {{date}}\nKundennummer {{n:6}}\nUSt-IdNr. {{vat}}\nGesamtbetrag {{price}}',
      'Bankverbindung: IBAN {{iban}}, BIC {{bic}}\nVerwendungszweck: {{n:12}}\nZahlbar bis {{date}}',
      'Pos. 1  Art.-Nr. {{n:7}}  3 Stk.  {{price:5-90}}\nPos. 2  Art.-Nr. {{n:7}}  1 Stk.  {{price:5-90}}\nRückfragen: {{tel}}',
      '{{tax}} · Finanzamt {{place}} · Tel. {{fix}} · Fax {{fax}}',
      'Zählernummer {{n:8}}, Zählerstand {{big:10000-99999}} kWh, Abschlag {{price:40-200}}, Vertragskonto {{s:#### ### ###}}',
    ],
    shop: [
      'Akkuschrauber 18 V, Art.-Nr. {{n:8}}, EAN {{ean}}, {{price:50-300}} inkl. MwSt.',
      'Beratung & Bestellung: {{free}} (kostenlos), Mo-Fr 8-18 Uhr',
      'Lieferzeit 2-3 Werktage. Maße 1200 x 600 x 750 mm, 24,5 kg. Bestell-Nr. {{s:###-###-##}}.',
      'Filiale {{place}}, {{street}}, geöffnet 9.00-18.30 Uhr, {{tel}}',
      'ISBN {{isbn}}, {{int:120-600}} Seiten, {{year}}, {{price:8-40}}, sofort lieferbar',
    ],
    directory: [
      '{{co}}\n{{street}}\n{{place}}\n{{tel}}',
      'Bürgeramt: {{fix}}, Standesamt: {{fix}}, Bauhof: {{mob}}. Zimmer 1{{int:10-40}}.',
      'Hausmeister {{mob}} · Verwaltung {{fix}} · Sprechzeiten Di 9-12, Do 14-18',
      '{{name}}, Elektromeister, {{fix}} oder {{mob}}, {{mail}}',
      'Telefon: {{fix}}\nTelefax: {{fax}}\nE-Mail: {{mail}}\nPostfach 10 0{{int:1-9}} 2{{int:1-9}}, {{place}}',
      'Gegründet {{year}}, {{int:5-300}} Mitarbeitende, Umsatz {{price:100000-9000000}}, {{tax}}',
    ],
    chat: [
      '{{name}}: hab ne neue nummer {{mob}}, bitte speichern',
      '{{name}} {{time}}\nruf mich an: {{mob}} bin ab 18:30 da',
      '{{name}}: Zug ICE {{int:500-999}}, Wagen 2{{int:1-9}}, Platz 11{{int:1-9}}, an {{time}}\n{{name}}: top, 2:1 gewonnen übrigens',
      '{{name}}: WLAN-Passwort ist {{n:8}}, Türcode {{n:4}}#',
    ],
    timetable: [
      'ab {{time}} Gleis 7  RE {{n:5}}  an {{time}} Gleis 12\nab {{time}} Gleis 3  S 4  an {{time}}',
      'Linie 210  06.15  06.45  07.15  07.45  08.15\nLinie 212  06.20  06.50  07.20  07.50  08.20',
      'Schienenersatzverkehr vom {{date}} bis {{date}}. Auskunft: {{free}}.',
      'Mo 08:00-09:30 R 204 | Di 10:15-11:45 R 117 | KW 12-28 | {{date}}-{{date}}',
    ],
    sports: [
      'Spieltag 12: 3:1 (1:0), 2:2 (0:1), 0:4 (0:2). Zuschauer: {{big:10000-80000}}. Tore 12., 45.+2, 88.',
      'Tabelle: 1. 34 Spiele 24-6-4 78:31 78 Pkt; 2. 34 21-8-5 70:40 71 Pkt',
      'Bestzeit 1:42:{{int:10-59}},3 Std., Startnr. {{n:4}}, Platz 212 von 1.455',
      'Tickets an der Vereinskasse, {{tel}}, oder am Spieltag ab 12:30 Uhr (Block 101-117)',
    ],
    form: [
      'Vorname, Name: {{name}}\nGeburtsdatum: {{born}}\nTelefon tagsüber: {{tel}}\nVersichertennummer: {{s:@#########}}',
      'Aktenzeichen {{s:## O ###/25}}, Antrag Nr. {{like}}, eingegangen am {{date}}',
      'IBAN: {{iban}}\nBetrag: {{amount}}\nMandatsreferenz: {{n:10}}',
      'Im Notfall zu verständigen: {{name}}, {{mob}} (privat), {{telx}} (dienstlich)',
    ],
    legal: [
      'Impressum\n{{co}}\n{{street}}\n{{place}}\nTelefon: {{tel}}\nTelefax: {{fax}}\n{{tax}}\nUSt-IdNr.: {{vat}}',
      '§ 312g Abs. 2 Nr. 1-13 BGB, BGBl. I 2013, S. 3642-3670, zuletzt geändert {{date}}',
      '© 1998-2026 {{co}} | {{tax}} | Amtsgericht {{place}}',
      'Datenschutzbeauftragte: {{tel}}, {{mail}}. Aufsichtsbehörde: {{fix}}.',
    ],
    shipping: [
      'Sendungsnummer {{track}}\nZugestellt am {{date}} um {{time}} Uhr\nGewicht 3,{{int:10-99}} kg',
      'Paket {{like}} liegt in der Filiale, {{street}}, bereit. Abholcode {{n:6}}.',
      'Spedition: Avis unter {{tel}}, Auftrag {{n:8}}, 2 Paletten 120x80, 412,5 kg',
      'Fahrer: {{name}}, {{mob}}. Tour {{n:5}}, Stopp 14, Zeitfenster {{time}}-{{time}} Uhr.',
    ],
    banking: [
      'Konto {{iban}}\nSaldo {{price:100-90000}}\nStand {{date}}',
      'Buchung {{date}} Lastschrift Mandat {{n:12}} -{{amount}}\nBuchung {{date}} Gutschrift Ref. {{like}} +{{amount}}',
      'Karte verloren? Sperr-Hotline {{free}}, aus dem Ausland {{intl}}.',
      'Depot {{n:10}}, WKN {{s:A#@#@#}}, 120 Stk. zu {{price:10-300}}, Kurs 1{{int:10-99}},{{int:10-99}}',
      'BLZ {{s:### ### ##}}, Kto. {{n:10}}, Valuta {{date}}',
    ],
    travel: [
      'Hotel {{co}}, {{street}}, {{place}}, Rezeption {{tel}}, Anreise ab 15 Uhr',
      'Buchungsnummer {{like}}, {{date}} - {{date}}, 2 Nächte, {{price:100-900}}',
      'Flug {{flight}} am {{date}}, ab {{time}}, Sitz 22C, Ticket {{s:220-##########}}',
      'Berghütte, 2.{{int:100-999}} m, {{mob}} (Hütte), {{fix}} (Tal). Koordinaten {{coord}}.',
    ],
    medical: [
      'Ihr Termin: {{date}}, {{time}} Uhr, Zimmer 3{{int:10-40}}. Absagen bitte unter {{tel}}.',
      'Praxis\nMo-Fr 8.00-12.00, Mo/Do 15.00-18.00\nTelefon {{fix}}\nFax {{fax}}\nRezepte: {{fix}}',
      'PZN {{n:8}}, 20 Tbl. N1, 1-0-1, Ch.-B. {{s:######@}}, verw. bis 09/2027',
      'Hb 13,{{int:1-9}} g/dl, Leukos 6.{{int:100-999}}/µl, RR 120/80, Patient {{n:7}}, Probe {{n:10}}',
    ],
    jobs: [
      'Lagerfachkraft (m/w/d), 38,5 Std., ab {{date}}. Bewerbung an {{name}}, Tel. {{tel}}. Kennziffer {{n:6}}.',
      'Referenznummer {{like}} · {{price:30000-60000}} brutto/Jahr · veröffentlicht {{date}}',
    ],
    classifieds: [
      'Kombi, EZ 0{{int:1-9}}/{{year}}, {{big:40000-180000}} km, TÜV 11/2026, {{price:1500-9000}} VB, {{mob}}',
      '3 Zi., 78,50 m², {{price:600-1500}} kalt, {{place}}, Besichtigung: {{name}}, {{tel}}',
      'Anzeigennummer {{n:10}}, online seit {{date}}, {{int:20-900}} Aufrufe, Fahrgestellnr. WXX{{n:4}}@{{n:6}}',
    ],
    event: [
      'Sommerfest am {{date}}, 11-18 Uhr, {{street}}. Standanmeldung bei {{name}}, {{tel}}.',
      'Einlass 19:30, Beginn 20:15. Reihe 12, Platz 114, {{price:20-90}}, Ticketnr. {{n:12}}.',
      'Kartenvorverkauf {{fix}} (Mo-Sa 10-18), Abendkasse {{fix}}',
    ],
    cv: [
      '{{name}}\n{{street}}, {{place}}\n{{mob}}, {{mail}}\n09/2012 - 03/2016 Ausbildung\n04/2016 - 10/2021 Teamleitung',
      'geb. {{born}}, Abitur {{year}} (1,{{int:1-9}}), Führerschein B/BE, Zertifikat Nr. {{n:8}}',
    ],
    code: [
      'nutzer;telefon;konto\n{{name}};{{raw}};{{n:8}}\n{{name}};{{raw}};{{n:8}}',
      '{{date}} {{time}}:12,{{int:100-999}} WARN Auftrag {{n:10}} Dauer 1{{int:10-99}} ms Knoten {{ip}}',
    ],
  },
};
