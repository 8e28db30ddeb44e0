import type { TemplateSet } from '../template-set';

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
      'Nombre: {{name}}\nFecha de nacimiento: {{born}}\nTeléfono de contacto: {{tel}}\nN.º de póliza: {{n:9}}',
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
