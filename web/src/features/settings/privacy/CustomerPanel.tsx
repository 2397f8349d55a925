/** One customer: found by a name, an address or an id; exported, or erased everywhere. */
import { Alert, Button } from '@mantine/core';
import { useState } from 'react';
import { ErrorState, Panel, SearchField } from '../../../ui/index.ts';
import { messages } from '../messages.ts';
import settings from '../settings.module.css';
import { EraseDialog } from './EraseDialog.tsx';
import classes from './privacy.module.css';
import { useCustomersCalled } from './use-privacy.ts';

const words = messages.privacy.customer;

export function CustomerPanel() {
  const [called, setCalled] = useState('');
  const [erasing, setErasing] = useState<{ id: string; title: string } | null>(null);
  const [done, setDone] = useState<{ texts: number; tickets: number; idTells: boolean } | null>(null);
  const { data, error, refetch } = useCustomersCalled(called);
  return (
    <Panel title={words.title} sentence={words.sentence}>
      <div className={settings['form']}>
        <SearchField
          label={words.search}
          value={called}
          onChange={(text) => {
            setDone(null);
            setCalled(text.trim());
          }}
        />
        {done && (
          <Alert role="status" color="gray">
            {words.erased(done.texts, done.tickets)} {done.idTells && words.idTells}
          </Alert>
        )}
        {called !== '' && error && <ErrorState error={error} retry={() => void refetch()} compact />}
        {called !== '' && data?.length === 0 && !done && <p className={settings['text']}>{words.none}</p>}
        {called !== '' && data && data.length > 0 && (
          <ul className={classes['customers']} aria-label={words.list}>
            {data.map(({ id, title, detail }) => (
              <li key={id}>
                <div>
                  <bdi>{title}</bdi>
                  <div className={settings['quiet']}>
                    <span className={settings['code']}>{id}</span> {detail && <bdi>{detail}</bdi>}
                  </div>
                </div>
                <span className={settings['deeds']}>
                  <Button
                    component="a"
                    size="compact-xs"
                    variant="default"
                    aria-label={words.exportOf(title)}
                    href={`/api/v1/customers/${encodeURIComponent(id)}/export`}
                    download
                  >
                    {words.export}
                  </Button>
                  <Button size="compact-xs" variant="default" aria-label={words.eraseOf(title)} onClick={() => setErasing({ id, title })}>
                    {words.erase}
                  </Button>
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
      {erasing && (
        <EraseDialog
          customer={erasing}
          onClose={() => setErasing(null)}
          onErased={(erased) => {
            setErasing(null);
            setDone(erased);
          }}
        />
      )}
    </Panel>
  );
}
