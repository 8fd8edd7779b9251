import { Transform } from 'node:stream';

// What Chromium, GTK and their libraries write on machines without a desktop.
// None of it is about us, and it would drown our own messages.
const NOISE = [
  /^\[\d+:\d{4}\/\d{6}\.\d+:(ERROR|WARNING|INFO|VERBOSE\d*):/,
  /^\(\S+:\d+\): \S+-(WARNING|CRITICAL|Message) \*\*/i,
  /^(libva|MESA|Fontconfig|libEGL|glx|Xlib|dconf|dbus)\b.*(error|warning|fail|missing)/i,
  /^Warning: .*(vkCreateInstance|Vulkan)/,
];

/** A stream that leaves out such lines. Chromium's own switch for its log keeps them all. */
export function noiseFilter() {
  let rest = '';
  const keep = (line) => process.env.ELECTRON_ENABLE_LOGGING || !NOISE.some((re) => re.test(line));
  return new Transform({
    decodeStrings: true,
    transform(chunk, _encoding, done) {
      const lines = (rest + chunk.toString('utf8')).split('\n');
      rest = lines.pop() ?? '';
      const kept = lines.filter(keep);
      done(null, kept.length > 0 ? `${kept.join('\n')}\n` : undefined);
    },
    flush(done) {
      done(null, rest !== '' && keep(rest) ? rest : undefined);
    },
  });
}
