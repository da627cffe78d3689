/** Preloaded into a bot process: moves its clock ahead by CLOCK_OFFSET_MS. */
const offsetMs = Number(process.env.CLOCK_OFFSET_MS ?? 0);
const machineNow = Date.now.bind(Date);
Date.now = () => machineNow() + offsetMs;
