const TENTH = 10;

/** Where progress is told: a terminal, whose line is written over, or a file, which gets a line now and then. */
type Output = { isTTY?: boolean; write(text: string): unknown };

/**
 * Tells in words how far the making of so many records is, how fast it goes and how long it will take. `now` is in
 * milliseconds. Answers the function that hears how much is done, up to 1.
 */
export function seedingProgress(output: Output, records: number, now = () => performance.now()): (done: number) => void {
  const started = now();
  let told = -1;
  return (done) => {
    const percent = Math.floor(done * 100);
    const step = output.isTTY ? percent : Math.floor(percent / TENTH);
    if (step === told) return;
    told = step;
    const seconds = (now() - started) / 1000;
    const line = `Seeding ${words(records)} records: ${percent} %${outlook(done, records, seconds)}`;
    output.write(output.isTTY ? `\r${line}\u001b[K${done === 1 ? '\n' : ''}` : `${line}\n`);
  };
}

function outlook(done: number, records: number, seconds: number): string {
  if (done === 0 || seconds === 0) return '';
  const rate = `, ${words(Math.round((done * records) / seconds))} records/s`;
  return done === 1 ? `${rate}, took ${duration(seconds)}` : `${rate}, ${duration((seconds * (1 - done)) / done)} left`;
}

const words = (count: number): string => count.toLocaleString('en');

function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
