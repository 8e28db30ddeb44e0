import { getCountries, isSupportedCountry } from 'libphonenumber-js/max/es6';
import { folded } from './words';

/** The languages whose names of countries are known, the most frequent on the web first. */
const LANGUAGES =
  'en es de ja fr pt ru it nl pl tr zh fa vi id cs ko uk ar el hu sv ro da fi he th sk bg nb hr lt sl ca et lv hi sr zh-Hant'.split(
    ' ',
  );

/** What people write and the tables of languages do not: older, longer and shorter names. */
const OTHER_NAMES = new Map(
  Object.entries({
    US: 'usa, united states of america, vereinigte staaten von amerika, etats-unis d’amerique, estados unidos de america, eeuu, ee. uu., сша',
    GB: 'great britain, gb-eng, england, scotland, wales, northern ireland, großbritannien, grande-bretagne, gran bretaña, gran bretagna, grã-bretanha, groot-brittannië, storbritannien, storbritannia',
    DE: 'brd, federal republic of germany, bundesrepublik deutschland',
    NL: 'holland, the netherlands',
    CZ: 'czech republic, tschechische republik, ceska republika, republique tcheque',
    TR: 'turkey, turkei, turquie, turquia, turchia, turkije, turkiet',
    KR: 'republic of korea, korea, korea republic of',
    RU: 'russian federation, russische foderation, российская федерация',
    CN: "people's republic of china, pr china, prc, 中华人民共和国",
    HK: 'hongkong',
    TW: 'taiwan roc, 臺灣',
    CH: 'swiss confederation, schweizerische eidgenossenschaft, suisse, svizzera',
    AE: 'uae, emirates, vae',
    VA: 'holy see, vatican',
    MK: 'macedonia',
    SZ: 'swaziland',
    CI: 'ivory coast',
    VN: 'viet nam',
    IR: 'iran islamic republic of',
    ZA: 'rsa',
  }).flatMap(([country, names]) =>
    names.split(', ').map((name) => [simplified(name), country] as const),
  ),
);

/** ISO 3166-1: three letters, and the two of the same country. */
const THREE_LETTERS = new Map(
  `
ABWAW AFGAF AGOAO AIAAI ALAAX ALBAL ANDAD AREAE ARGAR ARMAM ASMAS ATGAG AUSAU AUTAT AZEAZ BDIBI
BELBE BENBJ BESBQ BFABF BGDBD BGRBG BHRBH BHSBS BIHBA BLMBL BLRBY BLZBZ BMUBM BOLBO BRABR BRBBB
BRNBN BTNBT BWABW CAFCF CANCA CCKCC CHECH CHLCL CHNCN CIVCI CMRCM CODCD COGCG COKCK COLCO COMKM
CPVCV CRICR CUBCU CUWCW CXRCX CYMKY CYPCY CZECZ DEUDE DJIDJ DMADM DNKDK DOMDO DZADZ ECUEC EGYEG
ERIER ESHEH ESPES ESTEE ETHET FINFI FJIFJ FLKFK FRAFR FROFO FSMFM GABGA GBRGB GEOGE GGYGG GHAGH
GIBGI GINGN GLPGP GMBGM GNBGW GNQGQ GRCGR GRDGD GRLGL GTMGT GUFGF GUMGU GUYGY HKGHK HNDHN HRVHR
HTIHT HUNHU IDNID IMNIM INDIN IOTIO IRLIE IRNIR IRQIQ ISLIS ISRIL ITAIT JAMJM JEYJE JORJO JPNJP
KAZKZ KENKE KGZKG KHMKH KIRKI KNAKN KORKR KWTKW LAOLA LBNLB LBRLR LBYLY LCALC LIELI LKALK LSOLS
LTULT LUXLU LVALV MACMO MAFMF MARMA MCOMC MDAMD MDGMG MDVMV MEXMX MHLMH MKDMK MLIML MLTMT MMRMM
MNEME MNGMN MNPMP MOZMZ MRTMR MSRMS MTQMQ MUSMU MWIMW MYSMY MYTYT NAMNA NCLNC NERNE NFKNF NGANG
NICNI NIUNU NLDNL NORNO NPLNP NRUNR NZLNZ OMNOM PAKPK PANPA PERPE PHLPH PLWPW PNGPG POLPL PRIPR
PRKKP PRTPT PRYPY PSEPS PYFPF QATQA REURE ROURO RUSRU RWARW SAUSA SDNSD SENSN SGPSG SHNSH SJMSJ
SLBSB SLESL SLVSV SMRSM SOMSO SPMPM SRBRS SSDSS STPST SURSR SVKSK SVNSI SWESE SWZSZ SXMSX SYCSC
SYRSY TCATC TCDTD TGOTG THATH TJKTJ TKLTK TKMTM TLSTL TONTO TTOTT TUNTN TURTR TUVTV TWNTW TZATZ
UGAUG UKRUA URYUY USAUS UZBUZ VATVA VCTVC VENVE VGBVG VIRVI VNMVN VUTVU WLFWF WSMWS YEMYE ZAFZA
ZMBZM ZWEZW
`
    .trim()
    .split(/\s+/)
    .map((pair) => [pair.slice(0, 3).toLowerCase(), pair.slice(3)]),
);

const BY_LANGUAGE = new Map<string, ReadonlyMap<string, string>>();

/**
 * The two-letter country that a page's text names: `DE`, `DEU`, `Germany`, `Deutschland`, `ドイツ`;
 * null if it names none. `lang` is the page's language: looking there first saves the others.
 */
export function countryNamed(text: string, lang: string): string | null {
  const name = simplified(text.slice(0, 60));

  if (/^[a-z]{2}$/.test(name)) {
    const code = name === 'uk' ? 'GB' : name.toUpperCase();

    return isSupportedCountry(code) ? code : null;
  }

  const known = OTHER_NAMES.get(name) ?? THREE_LETTERS.get(name);

  if (known !== undefined || name === '') {
    return known ?? null;
  }

  for (const language of [lang.split(/[-_]/)[0] ?? '', ...LANGUAGES]) {
    const country = namesIn(language).get(name);

    if (country !== undefined) {
      return country;
    }
  }

  return null;
}

/** Unicode's names of the countries, long and short; an unknown language has none. */
function namesIn(language: string): ReadonlyMap<string, string> {
  const known = BY_LANGUAGE.get(language);

  if (known !== undefined) {
    return known;
  }

  const names = new Map<string, string>();

  if (/^[a-z]{2,3}(?:-Hant)?$/.test(language) && BY_LANGUAGE.size < 100) {
    for (const style of ['short', 'long'] as const) {
      const spoken = new Intl.DisplayNames([language], { type: 'region', style, fallback: 'none' });

      for (const country of getCountries()) {
        const name = spoken.of(country);

        if (name !== undefined) {
          names.set(simplified(name), country);
        }
      }
    }
    BY_LANGUAGE.set(language, names);
  }

  return names;
}

/** Without case, accents, and the signs that people set differently. */
function simplified(name: string): string {
  return folded(name)
    .replace(/[.’'‘`,()]/g, '')
    .replace(/^the /, '')
    .replace(/\s+/g, ' ')
    .trim();
}
