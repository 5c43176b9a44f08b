import { fullVoice } from './all-words.ts';
import { speakByDefault } from './t.ts';

// Tests read English, unless one says otherwise. This runs before each file; files that share their modules keep the server's voice.
speakByDefault(() => fullVoice('en'));
