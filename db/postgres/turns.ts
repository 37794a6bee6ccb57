/** Whose turn it is: a row for each kind of work. Inside the caller's transaction. */
import type { Ask } from './connection.ts';

export async function takeTurn(ask: Ask, name: string, holder: string, ms: number): Promise<boolean> {
  // The server's clock alone: those of the nodes need not agree.
  const taken = await ask.run`insert into turns (name, holder, until)
    values (${name}, ${holder}, clock_timestamp() + ${ms} * interval '1 millisecond')
    on conflict (name) do update set holder = excluded.holder, until = excluded.until
    where turns.holder = excluded.holder or turns.until < clock_timestamp()`;
  return taken > 0;
}

export async function endTurn(ask: Ask, name: string, holder: string): Promise<void> {
  await ask.run`delete from turns where name = ${name} and holder = ${holder}`;
}
