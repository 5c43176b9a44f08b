import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';

/** What this page has asked the server and still holds; a page is one person's. */
export const queryClient = new QueryClient();

/** Around whatever asks the server by queries. It comes with those parts: the form is there without it. */
export const WithQueries = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
);
