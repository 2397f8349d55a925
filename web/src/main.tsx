/** Where the browser begins: the kit, the query cache, the router, in that order, and nothing else. */
import '@fontsource-variable/inter/index.css';
// In layers, so that our own styles win wherever the bundler puts them.
import '@mantine/core/styles.layer.css';
import '@mantine/spotlight/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import './theme/tokens.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { setNonce } from 'get-nonce';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { createAppRouter } from './frame/router.tsx';
import { ignoreSecondClicks } from './frame/second-clicks.ts';
import { createAppCache } from './session/cache.ts';
import { theme, variables } from './theme/theme.ts';

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
// For what the kit locks scrolling with, which it does not tell.
setNonce(nonce);

ignoreSecondClicks(document);

const client = createAppCache();
const router = createAppRouter(client);

createRoot(document.getElementById('root')!).render(
  <MantineProvider getStyleNonce={() => nonce} theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
    <QueryClientProvider client={client}>
      <Notifications position="top-center" limit={3} />
      <RouterProvider router={router} />
    </QueryClientProvider>
  </MantineProvider>,
);
