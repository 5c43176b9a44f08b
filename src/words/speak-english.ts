import { fullVoice } from './all-words.ts';
import { speakBy } from './t.ts';

// Tests read English, unless one says otherwise.
speakBy(() => fullVoice('en'));
