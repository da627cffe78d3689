import { describe, expect, it } from "vitest";
import { createManualClock, realClock } from "../../local/shared/clock.ts";

describe("A manual clock", () => {
  it("runs what falls due, in its order, at its time", async () => {
    const clock = createManualClock(0);
    const ran: string[] = [];
    const note = (name: string) => () => void ran.push(`${name} at ${clock.now()}`);
    clock.after(20, note("second"));
    clock.after(10, () => {
      note("first")();
      clock.after(5, note("begun by the first"));
    });
    clock.after(31, note("never"));
    const callOff = clock.after(15, note("called off"));
    callOff();
    await clock.advance(30);
    expect(ran).toEqual(["first at 10", "begun by the first at 15", "second at 20"]);
    expect(clock.now()).toBe(30);
  });

  it("never goes back when it is advanced twice at once", async () => {
    const clock = createManualClock(0);
    clock.after(5, () => {});
    await Promise.all([clock.advance(10), clock.advance(30)]);
    expect(clock.now()).toBe(35);
  });

  it("runs what falls due at the same time in the order it was asked for", async () => {
    const clock = createManualClock(0);
    const ran: number[] = [];
    for (const n of [1, 2, 3]) clock.after(10, () => void ran.push(n));
    await clock.advance(10);
    expect(ran).toEqual([1, 2, 3]);
  });
});

describe("The machine's clock", () => {
  it("runs later, or not when called off", async () => {
    const ran: string[] = [];
    realClock.after(1, () => void ran.push("called off"))();
    await new Promise<void>((resolve) => realClock.after(5, resolve));
    expect(ran).toEqual([]);
    expect(Math.abs(realClock.now() - Date.now())).toBeLessThan(1000);
  });
});
