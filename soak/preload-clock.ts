/** Preloaded into a bot that is to believe that time has passed: AHEAD in milliseconds. */
const ahead = Number(process.env.AHEAD ?? 0);
const machine = Date.now.bind(Date);
Date.now = () => machine() + ahead;
