/** A sound to stand for a message when nobody has a microphone: a soft tone, 8 kHz, 16 bits, mono. */

const RATE = 8000;

/** A WAV file of so many seconds. */
export function toneWav(seconds: number): Uint8Array {
  const samples = Math.round(seconds * RATE);
  const file = new DataView(new ArrayBuffer(44 + samples * 2));
  const word = (at: number, text: string) => {
    for (let n = 0; n < text.length; n += 1) file.setUint8(at + n, text.charCodeAt(n));
  };
  word(0, 'RIFF');
  file.setUint32(4, 36 + samples * 2, true);
  word(8, 'WAVEfmt ');
  file.setUint32(16, 16, true);
  file.setUint16(20, 1, true);
  file.setUint16(22, 1, true);
  file.setUint32(24, RATE, true);
  file.setUint32(28, RATE * 2, true);
  file.setUint16(32, 2, true);
  file.setUint16(34, 16, true);
  word(36, 'data');
  file.setUint32(40, samples * 2, true);
  for (let n = 0; n < samples; n += 1)
    file.setInt16(44 + n * 2, Math.round(2000 * Math.sin((2 * Math.PI * 220 * n) / RATE)), true);
  return new Uint8Array(file.buffer);
}
