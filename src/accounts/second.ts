/** The second factor: six digits from an application on one's own phone (TOTP, RFC 6238). */
import { generateSecret, generateURI, verifySync } from 'otplib';
import { toDataURL } from 'qrcode';

const STEP_SECONDS = 30;

/** A secret of 160 bits in base32. */
export const newSecret = (): string => generateSecret();

/** What an application scans, as an image that needs nothing else, and what one may type instead. */
export async function setupOf(
  secret: string,
  email: string,
  site: string,
): Promise<{ image: string; typed: string }> {
  const image = await toDataURL(generateURI({ issuer: site, label: email, secret }), {
    margin: 2,
    width: 232,
  });
  return { image, typed: secret.match(/.{1,4}/g)?.join(' ') ?? secret };
}

/** The step (of 30 seconds) that this code is of, one before and after the present taken; undefined for a wrong code. */
export function stepOf(secret: string, code: string, now: number): number | undefined {
  const token = code.replace(/\D/g, '');
  if (token.length !== 6) return undefined;
  const epoch = Math.floor(now / 1000);
  const checked = verifySync({ secret, token, epoch, epochTolerance: STEP_SECONDS });
  return checked.valid && 'timeStep' in checked ? checked.timeStep : undefined;
}
