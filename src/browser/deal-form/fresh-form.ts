import { type DealForm, dealFormSchema } from '../../contract/deal-form.ts';
import { paths } from '../../contract/paths.ts';
import { callApi } from '../api/client.ts';

/** The workspace's form as it is now. @throws ApiProblem, NoAnswer */
export const readFreshForm = (): Promise<DealForm> =>
  callApi(paths.dealForm, { answer: dealFormSchema, signal: AbortSignal.timeout(patienceMs) });

const patienceMs = 8_000;
