import { useEffect, useRef } from 'preact/hooks';
import type { OpenMicrophone } from './microphone';
import { useWords } from '../words/words';

/** How loud the microphone is, many times a second. */
export function LevelMeter({ microphone }: { microphone: OpenMicrophone }) {
  const t = useWords();
  const meter = useRef<HTMLDivElement>(null);

  // Straight to the element: thirty renders a second would be thirty for nothing.
  useEffect(() => {
    let frame = 0;
    const draw = () => {
      const percent = Math.round(microphone.level() * 100);

      meter.current?.setAttribute('aria-valuenow', String(percent));
      meter.current?.style.setProperty('--level', `${String(percent)}%`);
      frame = requestAnimationFrame(draw);
    };

    draw();

    return () => {
      cancelAnimationFrame(frame);
    };
  }, [microphone]);

  return (
    <div
      ref={meter}
      class="level-meter"
      role="meter"
      aria-label={t('welcomeMicrophoneLevel')}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={0}
    >
      <div class="level" />
    </div>
  );
}
