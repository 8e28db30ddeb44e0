import type { TemplateSet } from '../template-set';

/** Pages in French. */
export const FRENCH: TemplateSet = {
  lang: 'fr',
  countries: ['FR', 'FR', 'BE', 'CH', 'CA'],
  templates: {
    crm: [
      'Client : {{co}}\nInterlocuteur : {{name}}\nTél. : {{tel}}\n[[Fax : {{fax}}\n]]N° client : {{n:7}}\nDernier échange le {{date}}',
      'Dossier n° {{like}} ouvert le {{date}}, priorité 2, montant {{price:1000-90000}}',
    ],
    mail: [
      'Cordialement,\n{{name}}\nAssistante de direction\n{{co}}\n{{street}}, {{place}}\nTél. {{tel}} – Port. {{mob}}\n{{mail}}',
      'Bonjour {{name}},\nVotre commande n° {{n:9}} du {{date}} a été expédiée. Numéro de suivi : {{track}}.',
      'Rappelez-moi au {{tel}}[[ ou sur mon portable, {{mob}}]] avant 17 h 30. Merci !',
    ],
    invoice: [
      'FACTURE N° {{s:FA-2025-#####}}\nDate : {{date}}\nÉchéance : {{date}}\nTVA intracom. : {{vat}}\nTotal TTC : {{price}}',
      '{{tax}} - Capital de {{big:10000-900000}} € - Tél. {{fix}} - Fax {{fax}}',
      'Virement sur le compte {{iban}} BIC {{bic}}, référence {{n:10}}, avant le {{date}}',
    ],
    shop: [
      'Perceuse 18 V, réf. {{n:8}}, EAN {{ean}}, {{price:40-300}}, garantie 24 mois',
      "Besoin d'aide ? Appelez le {{free}} (service gratuit + prix d'appel), du lundi au vendredi 9h-18h",
      'Magasin de {{place}}, {{street}}, ouvert 9h30-19h. Tél : {{tel}}',
    ],
    directory: [
      'Mairie : {{fix}}. Urbanisme : {{fix}}. Ouvert 8h30-12h / 13h30-17h.',
      '{{name}}, plombier, {{mob}} / {{fix}}, depuis {{year}}',
      '{{co}}\n{{street}}\n{{place}}\n{{fix}}\nSIRET 512 {{s:### ### 000##}}',
    ],
    chat: [
      '{{name}} : mon nouveau num {{mob}} !\n{{name}} : ok noté 👍',
      '{{name}} : train {{n:4}} voiture 12 place 114, arrivée {{time}}, code porte {{n:4}}A',
    ],
    timetable: [
      'TER {{n:6}} départ {{time}} voie 7 arrivée {{time}} | TER {{n:6}} départ {{time}} voie 3',
      'Ligne 21 : 06h15 06h45 07h15 07h45 08h15. Renseignements au {{free}}.',
    ],
    sports: [
      '34e journée : 2-1 (1-0), 0-0, 3-2 (1-1). Affluence : {{big:10000-60000}}. Classement : 1. 78 pts, 34 J, 24 V, 6 N, 4 D',
    ],
    form: [
      'Nom : {{name}}\nNé(e) le : {{date}}\nTéléphone : {{tel}}\nN° de sécurité sociale : 1 85 07 75 {{s:### ### ##}}',
      "N° d'allocataire {{n:7}}, dossier {{like}}, quotient familial {{int:300-1900}}, revenu fiscal {{big:9000-90000}}",
    ],
    legal: [
      'Mentions légales\n{{co}}, {{street}}, {{place}}\n{{tax}}\nTéléphone : {{tel}}\nHébergeur : {{mail}}',
      'Loi n° 78-17 du 6 janvier 1978, art. 32 ; décret n° 2019-536 du {{date}}, JORF n° 0125, p. 101-117',
    ],
    shipping: [
      'Colis {{n:13}} livré le {{date}} à {{time}}, 2,{{int:10-99}} kg, point relais {{n:5}}',
      'Livreur : {{name}}, {{mob}}. Créneau {{time}}-{{time}}. Commande {{like}}.',
    ],
    banking: [
      'Compte {{iban}}\nSolde au {{date}} : {{price:100-90000}}',
      "Carte perdue ? Opposition 24h/24 : {{free}}, depuis l'étranger {{intl}}.",
    ],
    travel: [
      'Hôtel {{co}}, {{street}}, {{place}}. Réception {{tel}}. Arrivée dès 15 h.',
      'Vol {{flight}}, {{date}}, {{time}}, siège 22C, dossier {{s:@@@@@#}}, billet {{s:057 ##########}}',
    ],
    medical: [
      'Rendez-vous le {{date}} à {{time}}, cabinet 3. Annulation au {{tel}} 24 h avant.',
      'Ordonnance du {{date}}. N° RPPS 1{{n:10}}, n° AM {{s:75 1 ##### #}}, lot {{s:@#####}}, 500 mg 1-0-1',
    ],
    jobs: [
      'Magasinier (H/F), CDI 35 h, {{price:1700-2900}} brut. Contact : {{name}}, {{tel}}. Réf. {{n:7}}.',
    ],
    classifieds: [
      'Berline {{year}}, {{big:40000-180000}} km, {{plate}}, {{price:1500-9000}}, {{mob}} après 18 h',
      'T3 de 68,50 m², {{price:500-1500}} CC, {{place}}, annonce n° {{n:10}}',
    ],
    event: [
      'Fête du quartier le {{date}}, 11h-18h. Stands : {{name}} au {{tel}}. Entrée {{price:3-15}}.',
    ],
    cv: [
      "{{name}}\n{{street}}, {{place}}\n{{mob}} - {{mail}}\n2012-2016 : chef d'équipe\n2016-2021 : responsable de site",
    ],
  },
};

/** Pages in Spanish. */
export const SPANISH: TemplateSet = {
  lang: 'es',
  countries: ['ES', 'MX'],
  templates: {
    crm: [
      'Cliente: {{co}}\nContacto: {{name}}\nTeléfono: {{tel}}\n[[Fax: {{fax}}\n]]N.º de cliente: {{n:7}}\nÚltima visita: {{date}}',
      'Oportunidad {{like}}, {{price:1000-90000}}, cierre {{date}}, etapa 3 de 5',
    ],
    mail: [
      'Un saludo,\n{{name}}\nAtención al cliente\n{{co}}\n{{street}}, {{place}}\nTel. {{tel}} | Móvil {{mob}}\n{{mail}}',
      'Hola, {{name}}: tu pedido {{n:9}} del {{date}} ya está en camino. Seguimiento: {{track}}.',
      'Llámame al {{tel}}[[ o a la oficina, {{telx}}]]. Gracias.',
    ],
    invoice: [
      'Factura n.º {{s:F25/#####}}\nFecha: {{date}}\nVencimiento: {{date}}\n{{tax}}\nTotal: {{price}}',
      '{{co}} · {{tax}} · Tel. {{fix}} · Fax {{fax}}',
      'Transferencia a la cuenta {{iban}}, concepto {{n:10}}, importe {{price}}',
    ],
    shop: [
      'Taladro 18 V, ref. {{n:8}}, EAN {{ean}}, {{price:40-300}}',
      '¿Dudas? Llama gratis al {{free}} de 9:00 a 21:00 h.',
      'Tienda {{place}}, {{street}}. Horario 10:00-20:30. Tfno. {{tel}}',
    ],
    directory: [
      'Ayuntamiento {{fix}} · Policía local {{fix}} · Biblioteca {{fix}}',
      '{{name}}, fontanero, {{mob}}, desde {{year}}',
      '{{co}}, {{street}}, {{place}} - {{fix}} / {{mob}}',
    ],
    chat: [
      '{{name}}: este es mi número nuevo {{mob}}',
      '{{name}}: llego {{time}}, puerta 12, asiento 24A, reserva {{s:@@@###}}, clave wifi {{n:8}}',
    ],
    timetable: [
      'Tren {{n:5}} salida {{time}} vía 7, llegada {{time}}. Coche 12, plaza 8A.',
      'Autobús 210: 06:15 06:45 07:15 07:45. Información {{free}}.',
    ],
    sports: [
      'Jornada 34: 2-1 (1-0), 0-0, 3-2. Asistencia: {{big:10000-80000}}. 1.º 78 ptos., 24 G 6 E 4 P, 78-34 goles',
    ],
    form: [
      'Nombre: {{name}}\nFecha de nacimiento: {{date}}\nTeléfono de contacto: {{tel}}\nN.º de póliza: {{n:9}}',
      'Expediente {{like}} registrado el {{date}}; n.º de registro {{s:2025-######}}',
    ],
    legal: [
      'Aviso legal: {{co}}, {{street}}, {{place}}. {{tax}}. Tel.: {{tel}}',
      'Ley 34/2002, art. 10.1; tomo 12.345, folio 101, hoja M-{{n:6}}, inscripción 1.ª',
    ],
    shipping: [
      'Envío {{n:12}} entregado el {{date}} a las {{time}}, 2 bultos, 14,5 kg',
      'Repartidor: {{name}}, {{mob}}. Pedido {{like}}. Entre las {{time}} y las {{time}}.',
    ],
    banking: [
      'Cuenta {{iban}}\nSaldo: {{price:100-90000}} a {{date}}',
      'Para bloquear su tarjeta llame al {{free}} o, desde el extranjero, al {{intl}}. Ref. {{n:8}}.',
    ],
    travel: [
      'Hotel {{co}}, {{street}}, {{place}}. Recepción: {{tel}}. Entrada desde las 15:00.',
      'Vuelo {{flight}}, {{date}} {{time}}, localizador {{s:@@@@@#}}, billete {{s:075-##########}}',
    ],
    medical: [
      'Cita: {{date}}, {{time}}, consulta 12. Para anular llame al {{tel}}.',
      'Historia clínica {{n:7}}, muestra {{n:10}}, glucosa 98 mg/dl, TA 120/80, lote {{s:@#####}}',
    ],
    jobs: [
      'Mozo de almacén, 40 h, {{price:1200-2500}}. Interesados: {{name}}, {{tel}}. Ref. {{n:6}}.',
    ],
    classifieds: [
      'Utilitario {{year}}, {{big:40000-180000}} km, {{plate}}, {{price:1500-9000}}. {{mob}} ({{name}})',
      'Piso 78 m², {{price:500-1500}}/mes, ref. anuncio {{n:9}}, publicado {{date}}',
    ],
    event: ['Feria de verano, {{date}}, de 11:00 a 18:00. Inscripciones: {{tel}} ({{name}}).'],
    cv: [
      '{{name}}\n{{street}}, {{place}}\n{{mob}}\n2012-2016 Encargada\n2016-2021 Jefa de almacén',
    ],
  },
};

/** Pages in Italian. */
export const ITALIAN: TemplateSet = {
  lang: 'it',
  countries: ['IT'],
  templates: {
    crm: [
      'Cliente: {{co}}\nReferente: {{name}}\nTel.: {{tel}}\n[[Fax: {{fax}}\n]]Cod. cliente: {{n:7}}\nUltimo contatto: {{date}}',
      'Pratica {{like}} del {{date}}, valore {{price:1000-90000}}, fase 3 di 5',
    ],
    mail: [
      'Cordiali saluti,\n{{name}}\nUfficio acquisti\n{{co}}\n{{street}}, {{place}}\nTel. {{tel}} - Cell. {{mob}}',
      'Gentile {{name}}, il suo ordine n. {{n:9}} del {{date}} è stato spedito. Tracking: {{track}}.',
      'Mi chiami pure al {{telx}}[[ oppure sul cellulare {{mob}}]].',
    ],
    invoice: [
      'Fattura n. {{int:10-900}}/2025 del {{date}}\nP.IVA {{n:11}}\nImponibile {{price}}\nTotale {{price}}',
      '{{tax}} - Tel. {{fix}} - Fax {{fax}}',
      'Bonifico su IBAN {{iban}}, causale {{n:10}}, scadenza {{date}}',
    ],
    shop: [
      'Trapano 18 V, art. {{n:8}}, EAN {{ean:80}}, {{price:40-300}}',
      'Numero verde {{free}}, lun-ven 8.30-18.00',
      'Negozio di {{place}}, {{street}}, tel. {{tel}}, aperto 9.30-19.30',
    ],
    directory: [
      'Comune: {{fix}}. Anagrafe: {{fix}}. Orario 8.30-12.30.',
      '{{name}}, idraulico, {{mob}}, dal {{year}}',
      'Farmacia {{fix}}\nGuardia medica {{fix}}\nCarro attrezzi {{mob}}',
    ],
    chat: [
      '{{name}}: nuovo numero {{mob}} 😊',
      '{{name}}: arrivo alle {{time}}, treno {{n:4}}, carrozza 8, posto 12A, codice {{s:@@@###}}',
    ],
    timetable: [
      "Treno {{n:5}} part. {{time}} bin. 7 arr. {{time}} bin. 12 ritardo 5'",
      'Linea 21: 06.15 06.45 07.15 07.45. Info {{free}}.',
    ],
    sports: [
      "Giornata 34: 2-1 (1-0), 0-0, 3-2. Spettatori {{big:10000-60000}}. Reti: 12', 45'+2', 88'",
    ],
    form: [
      'Nome: {{name}}\nData di nascita: {{date}}\nTelefono: {{tel}}\nTessera sanitaria {{s:80380000#########}}',
      'Protocollo n. {{like}} del {{date}}; matricola {{n:8}}',
    ],
    legal: [
      '{{co}} - {{street}}, {{place}} - {{tax}} - Tel. {{tel}} - © 2003-2026',
      'D.Lgs. 30 giugno 2003, n. 196, artt. 13-17; G.U. n. 174 del {{date}}, pp. 101-117',
    ],
    shipping: [
      'Spedizione {{n:12}} consegnata il {{date}} ore {{time}}, colli 2, kg 14,5',
      'Corriere: {{name}}, {{mob}}, ordine {{like}}, fascia {{time}}-{{time}}',
    ],
    banking: [
      'Conto {{iban}}\nSaldo {{price:100-90000}} al {{date}}',
      "Blocco carte {{free}}, dall'estero {{intl}}, 24 ore su 24",
    ],
    travel: [
      'Albergo {{co}}, {{street}}, {{place}}. Reception {{tel}}. Check-in dalle 15.00.',
      'Volo {{flight}} del {{date}}, ore {{time}}, posto 22C, biglietto {{s:055 ##########}}, CIR 0{{n:5}}-ALB-000{{int:10-99}}',
    ],
    medical: [
      'Appuntamento {{date}} ore {{time}}, ambulatorio 3. Per disdire: {{tel}}.',
      'NRE {{s:0300A4#########}}, impegnativa {{n:10}}, 500 mg 1-0-1, lotto {{s:@#####}}',
    ],
    jobs: [
      'Magazziniere, full time, {{price:1200-2200}}. Contattare {{name}}, {{tel}}. Rif. {{n:6}}.',
    ],
    classifieds: [
      'Utilitaria {{year}}, km {{big:40000-180000}}, {{plate}}, {{price:1500-9000}}, {{mob}}',
      'Trilocale 78 mq, {{price:500-1500}}/mese, annuncio {{n:9}}',
    ],
    event: [
      'Sagra del {{date}}, ore 11-18. Prenotazioni: {{name}}, {{tel}}. Ingresso {{price:3-15}}.',
    ],
  },
};

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
      'Nome: {{name}}\nData de nascimento: {{date}}\nTelefone: {{tel}}\n{{tax}}',
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
