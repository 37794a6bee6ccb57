// @ts-check
/** Sound as a telephone carries it: 8 kHz, mono, 16 bits, in a WAV file. */

const RATE = 8000;

/** @param {Float32Array} samples */
function wavOf(samples) {
  const file = new DataView(new ArrayBuffer(44 + samples.length * 2));
  /** @param {number} at @param {string} text */
  const word = (at, text) => {
    for (let n = 0; n < text.length; n += 1) file.setUint8(at + n, text.charCodeAt(n));
  };
  word(0, 'RIFF');
  file.setUint32(4, 36 + samples.length * 2, true);
  word(8, 'WAVEfmt ');
  file.setUint32(16, 16, true);
  file.setUint16(20, 1, true);
  file.setUint16(22, 1, true);
  file.setUint32(24, RATE, true);
  file.setUint32(28, RATE * 2, true);
  file.setUint16(32, 2, true);
  file.setUint16(34, 16, true);
  word(36, 'data');
  file.setUint32(40, samples.length * 2, true);
  samples.forEach((sample, n) => {
    file.setInt16(44 + n * 2, Math.max(-1, Math.min(1, sample)) * 32767, true);
  });
  return new Blob([file.buffer], { type: 'audio/wav' });
}

/**
 * Any sound that the browser can read, as the network would carry it.
 * @param {Blob} sound
 * @returns {Promise<{ wav: Blob, seconds: number }>}
 */
export async function asTelephone(sound) {
  const reader = new AudioContext();
  const decoded = await reader.decodeAudioData(await sound.arrayBuffer());
  await reader.close();
  const line = new OfflineAudioContext(1, Math.max(1, Math.ceil(decoded.duration * RATE)), RATE);
  const source = line.createBufferSource();
  source.buffer = decoded;
  source.connect(line.destination);
  source.start();
  const heard = await line.startRendering();
  return { wav: wavOf(heard.getChannelData(0)), seconds: decoded.duration };
}
