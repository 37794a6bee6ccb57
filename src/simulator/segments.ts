/** How many texts one message is worth, as the operators count. */
import { SegmentedMessage } from 'sms-segments-calculator';

/** The provider's list price of one text to a French mobile, in dollars. Only an order of magnitude to show. */
export const PRICE_PER_SEGMENT = 0.0798;

export function countSegments(body: string): { segments: number; encoding: 'GSM-7' | 'UCS-2' } {
  const counted = new SegmentedMessage(body);
  return { segments: counted.segmentsCount, encoding: counted.encodingName === 'GSM-7' ? 'GSM-7' : 'UCS-2' };
}
