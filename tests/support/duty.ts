/** An association that calls back, for tests: somebody who does, and hours that they keep. */
import { type AtDesk, signedIn } from './desk.ts';
import type { TestService } from './service.ts';

/** Signs in a mediator of it, and notes its hours by the desk's own form. The first organisation is the default one. */
export async function onDuty(
  service: TestService,
  organisation: string,
  departments: readonly string[],
  name = 'Sonia Diallo',
): Promise<AtDesk> {
  const admin = await signedIn(service, organisation, ['administrator'], { departments });
  const mediator = await signedIn(service, organisation, ['mediator'], { name });
  const answer = await admin.post('/console/permanence', {
    ...{ days: ['Mo', 'Tu', 'We', 'Th', 'Fr'], clock: '75' },
    ...{ from1: '09:00', until1: '12:00', from2: '14:00', until2: '17:00' },
  });
  if (answer.status !== 303) throw new Error(`hours were not taken: ${answer.status}`);
  return mediator;
}
