import type { BenchPlatform } from "../../../../../bench/find-platform.ts";

export const benchPlatform: BenchPlatform = async (isQuick, show) => {
  show(`stub, ${isQuick ? "quick" : "whole"}`);
};
