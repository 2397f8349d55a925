/** Everything that is taken for granted, with its unit and reason; an empty field is the usual. */
import {
  type AssumptionName,
  ASSUMPTION_NAMES,
  ASSUMPTIONS,
  CONTACT_RATES,
  type SimulationSpec,
} from '@watchdesk/domain/outage-simulation';
import { AmountInput } from '../../ui/index.ts';
import { words } from './messages.ts';
import classes from './simulation.module.css';

interface AssumptionFieldsProps {
  spec: SimulationSpec;
  onChange: (change: Partial<SimulationSpec>) => void;
}

export function AssumptionFields({ spec, onChange }: AssumptionFieldsProps) {
  const set = (name: AssumptionName, value: number, isEmpty: boolean) => {
    const { [name]: _, ...others } = spec.assumptions;
    onChange({ assumptions: isEmpty ? others : { ...others, [name]: value } });
  };
  return (
    <details className={classes['section']}>
      <summary>{words.assumptions}</summary>
      <p className={classes['quiet']}>{words.assumptionsText}</p>
      <div className={classes['fields']}>
        {ASSUMPTION_NAMES.map((name) => {
          const { name: label, unit, usual, reason } = ASSUMPTIONS[name];
          const shown = name === 'contactRate' ? CONTACT_RATES[spec.scenario.severity] : usual;
          return (
            <AmountInput
              key={name}
              label={`${label}, ${unit}`}
              description={reason}
              placeholder={words.usual(String(shown))}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              value={spec.assumptions[name] ?? null}
              onChange={(value, isEmpty) => set(name, value, isEmpty)}
            />
          );
        })}
        <AmountInput label={words.runs} value={spec.runs} onChange={(runs) => onChange({ runs })} />
        <AmountInput label={words.days} value={spec.days} onChange={(days) => onChange({ days })} />
        <AmountInput
          label={words.seed}
          description={words.seedText}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={spec.seed}
          onChange={(seed) => onChange({ seed })}
        />
      </div>
    </details>
  );
}
