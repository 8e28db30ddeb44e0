import type { Call } from '../../../src/call/call';
import type { CallFigures, Candidate } from '../../../src/call/figures';
import { qualityOf, type QualityGrade } from '../../../src/call/quality';
import { Fact } from './fact';
import { Icon, type IconName } from '../controls/icon';
import { partyOf } from '../words/party';
import type { WordKey, Words } from '../words/words';
import { useWords } from '../words/words';

interface SoundQualityProps {
  readonly calls: readonly Call[];
  readonly figures: Readonly<Record<string, CallFigures>>;
  readonly country: string;
}

const GRADES: Readonly<Record<QualityGrade, { readonly word: WordKey; readonly icon: IconName }>> =
  {
    good: { word: 'qualityGood', icon: 'ready' },
    fair: { word: 'qualityFair', icon: 'unknown' },
    poor: { word: 'qualityPoor', icon: 'warning' },
  };

/** How each call that is up sounds, in one word and in figures. */
export function SoundQuality({ calls, figures, country }: SoundQualityProps) {
  const t = useWords();
  const up = calls.filter(({ state }) => state === 'established');

  return (
    <section class="card section" aria-labelledby="figures-title">
      <h2 id="figures-title">{t('figuresTitle')}</h2>
      {up.length === 0 && <p class="section-intro">{t('figuresNone')}</p>}
      {up.map((call) => (
        <CallQuality
          key={call.id}
          name={partyOf(call.remote, country, t).name}
          figures={figures[call.id] ?? null}
        />
      ))}
    </section>
  );
}

function CallQuality({ name, figures }: { name: string; figures: CallFigures | null }) {
  const t = useWords();
  const quality = figures === null ? null : qualityOf(figures);
  const grade = quality === null ? null : GRADES[quality.grade];

  return (
    <div class="call-quality">
      <h3>
        <bdi>{name}</bdi>
      </h3>
      <p class={`quality ${quality?.grade ?? 'unknown'}`}>
        <Icon name={grade?.icon ?? 'waiting'} small />
        <strong>{t(grade?.word ?? 'figuresWaiting')}</strong>
        {quality !== null && (
          <span title={t('figureMosHelp')}>{t('figureMos', quality.mos.toFixed(1))}</span>
        )}
      </p>
      {figures !== null && (
        <dl class="facts figures">
          {figureLines(figures, t).map(([title, text]) => (
            <Fact key={title} name={title}>
              {text}
            </Fact>
          ))}
        </dl>
      )}
    </div>
  );
}

/** The figures of a call as names and values. */
export function figureLines(
  figures: CallFigures,
  t: Words,
): readonly (readonly [title: string, text: string])[] {
  const { codec, localCandidate, remoteCandidate, lossShare, remoteLossShare } = figures;
  const ms = (value: number | null) =>
    value === null ? t('figureUnknown') : t('figureMs', String(Math.round(value)));
  const percent = (share: number | null) =>
    share === null ? '–' : `${(share * 100).toFixed(1).replace(/\.0$/, '')} %`;

  return [
    [t('figureRoundTrip'), ms(figures.roundTripMs)],
    [t('figureJitter'), ms(figures.jitterMs)],
    [t('figureLoss'), t('figureLossBoth', percent(lossShare), percent(remoteLossShare))],
    [t('figureBuffer'), ms(figures.jitterBufferMs)],
    [t('figureCodec'), codec === null ? t('figureUnknown') : codecText(codec)],
    [
      t('figureWay'),
      localCandidate === null || remoteCandidate === null
        ? t('figureUnknown')
        : t('candidateTo', candidateText(localCandidate, t), candidateText(remoteCandidate, t)),
    ],
  ];
}

function codecText({ name, clockHz }: NonNullable<CallFigures['codec']>): string {
  return clockHz === null ? name : `${name}, ${clockHz / 1000} kHz`;
}

const CANDIDATE_WORDS: Readonly<Record<Candidate['type'], WordKey>> = {
  host: 'candidateHost',
  srflx: 'candidateReflexive',
  prflx: 'candidateReflexive',
  relay: 'candidateRelay',
};

function candidateText({ type, protocol, address, port }: Candidate, t: Words): string {
  const place = address === null ? '' : `${address}:${port ?? ''} `;

  return `${place}${protocol.toUpperCase()} (${t(CANDIDATE_WORDS[type])})`;
}
