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
      'Nom : {{name}}\nNé(e) le : {{born}}\nTéléphone : {{tel}}\nN° de sécurité sociale : 1 85 07 75 {{s:### ### ##}}',
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
