/** Accounts of the desk: who may come in, and as whom. */
import { type Colleagues, makeColleagues } from './colleagues.ts';
import { type Inviting, makeInviting } from './inviting.ts';
import { makeParts } from './parts.ts';
import { makePins, type Pins } from './pin.ts';
import { makeSigning, type Signing } from './signing.ts';
import type { AccountsDeps } from './types.ts';

export { ACTS_SAID, type Act } from './acts.ts';
export { PASSWORD, weakness } from './password.ts';
export { PIN_DIGITS, pinWeakness } from './pin.ts';
export { may, type Right, ROLE_SAID, ROLES, type Role, rolesOf } from './rights.ts';
export type { Half, Seen } from './signing.ts';
export { chance } from './token.ts';
export type { Colleague, Who } from './types.ts';

export interface StaffAccounts extends Signing, Inviting, Colleagues, Pins {}

export function makeAccounts(deps: AccountsDeps): StaffAccounts {
  const parts = makeParts(deps);
  return {
    ...makeSigning(deps, parts),
    ...makeInviting(deps, parts),
    ...makeColleagues(deps, parts),
    ...makePins(deps, parts),
  };
}
