/** What would arrive, of an example, as the form says it now. */
import { useDebouncedValue } from '@mantine/hooks';
import { ScrollRegion, TextSkeleton } from '../ui/index.ts';
import { type Form, hasTitle } from './channel-form.ts';
import own from './channels.module.css';
import { words } from './messages.ts';
import { type Part, partsIn } from './preview-parts.ts';
import { usePreview } from './use-channels.ts';

const TYPING_MS = 300;

export function Preview({ form: { kind, isPersonal, template } }: { form: Form }) {
  const [typed] = useDebouncedValue(template.trim(), TYPING_MS);
  const { data, isError } = usePreview(kind, { isPersonal, template: typed === '' || !hasTitle(kind) ? null : typed });
  return (
    <div className={own['preview']}>
      <h3>{words.form.preview}</h3>
      {isError ? (
        <p className={own['hint']}>{words.form.previewFails}</p>
      ) : data === undefined ? (
        <TextSkeleton lines={8} />
      ) : (
        <Shown body={data} />
      )}
    </div>
  );
}

/** As people would see it where it is for people; as it is sent where a program reads it. */
function Shown({ body }: { body: string }) {
  const parts = partsIn(body);
  const whole = (
    <ScrollRegion label={words.form.preview} className={own['text']}>
      <pre>{body}</pre>
    </ScrollRegion>
  );
  if (parts === null) return whole;
  return (
    <>
      <div className={own['card']}>
        {parts.map((part, index) => (
          // They have no names, and their order is theirs.
          // oxlint-disable-next-line react/no-array-index-key
          <OnePart key={index} of={part} />
        ))}
      </div>
      <details className={own['raw']}>
        <summary>{words.form.raw}</summary>
        {whole}
      </details>
    </>
  );
}

function OnePart({ of: part }: { of: Part }) {
  switch (part.kind) {
    case 'title':
      return <b>{part.text}</b>;
    case 'text':
      return <p>{part.text}</p>;
    case 'facts':
      return (
        <dl className={own['facts']}>
          {part.facts.map(({ label, value }) => (
            <div key={`${label} ${value}`}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      );
    case 'buttons':
      return (
        <div className={own['buttons']}>
          {part.labels.map((label) => (
            <span key={label}>{label}</span>
          ))}
        </div>
      );
  }
}
