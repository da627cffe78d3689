import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { platforms } from "../../adapters/platforms.ts";
import { maxStopMs } from "../../cli/shared/end-on-signals.ts";
import { fileSetting, isSecret } from "../../src/platform/secret-settings.ts";
import { knownSettings } from "../support/known-settings.ts";
import { all, environmentOf, readDockerfile } from "./dockerfile.ts";

const root = path.join(import.meta.dirname, "..", "..");
const image = readDockerfile(path.join(root, "Dockerfile")).at(-1);
if (!image) throw new Error("the Dockerfile has no stage");

/** The parts of the Compose file format that we use: https://docs.docker.com/reference/compose-file/ */
const baseSchema = z.strictObject({
  services: z.strictObject({
    signpost: z.strictObject({
      build: z.literal("."),
      image: z.string().regex(/^[a-z]+$/),
      restart: z.literal("unless-stopped"),
      stop_grace_period: z.string().regex(/^\d+s$/),
      env_file: z.tuple([z.strictObject({ path: z.literal(".env"), required: z.literal(false) })]),
      environment: z.record(z.string(), z.string()),
      ports: z.array(z.string()),
      volumes: z.array(z.string()),
      read_only: z.literal(true),
      tmpfs: z.array(z.string().regex(/^\/tmp:size=\d+m,noexec,nosuid,nodev$/)),
      cap_drop: z.tuple([z.literal("ALL")]),
      security_opt: z.tuple([z.literal("no-new-privileges:true")]),
      pids_limit: z.int().positive(),
      mem_limit: z.string().regex(/^\d+[mg]$/),
      logging: z.strictObject({ driver: z.literal("local"), options: z.record(z.string(), z.string()) }),
    }),
  }),
  volumes: z.record(z.string(), z.null()),
});

const platformSchema = z.strictObject({
  services: z.strictObject({
    signpost: z.strictObject({ environment: z.record(z.string(), z.string()), secrets: z.array(z.string()) }),
  }),
  secrets: z.record(z.string(), z.strictObject({ file: z.string() })),
});

const read = (file: string): unknown => parse(readFileSync(path.join(root, file), "utf8"));

describe("compose.yaml", () => {
  const compose = baseSchema.parse(read("compose.yaml"));
  const { signpost } = compose.services;

  it("keeps DATA_DIR in a volume that it declares, where the image has it", () => {
    const { DATA_DIR } = environmentOf(image);
    expect(signpost.volumes).toEqual([`data:${DATA_DIR}`]);
    expect(compose.volumes).toEqual({ data: null });
  });

  it("sets what the image sets, so that no .env changes it", () => {
    const { NODE_ENV, ...others } = environmentOf(image);
    expect(NODE_ENV).toBe("production");
    expect(signpost.environment).toEqual(others);
  });

  it("publishes the image's port on this machine alone", () => {
    const [port] = all(image, "EXPOSE");
    expect(signpost.ports).toEqual([`127.0.0.1:${port}:${port}`]);
  });

  it("gives the bot the time that it takes to stop", () => {
    expect(Number.parseInt(signpost.stop_grace_period, 10) * 1000).toBeGreaterThan(maxStopMs);
  });
});

describe.each(platforms)("deploy/compose.$name.yaml", ({ name, requiredSettings }) => {
  const { services, secrets } = platformSchema.parse(read(`deploy/compose.${name}.yaml`));
  const { environment } = services.signpost;

  it("hands every secret that the platform needs over in a file", () => {
    expect(Object.keys(environment)).toEqual(requiredSettings.map(fileSetting));
    expect(requiredSettings.filter((setting) => !isSecret(setting))).toEqual([]);
    expect(Object.keys(environment).filter((setting) => knownSettings(platforms).includes(setting))).toEqual(
      [],
    );
  });

  it("names only files that it mounts, and mounts no other", () => {
    const names = Object.keys(secrets);
    expect(services.signpost.secrets).toEqual(names);
    expect(Object.values(environment)).toEqual(names.map((secret) => `/run/secrets/${secret}`));
    expect(Object.values(secrets).map(({ file }) => file)).toEqual(
      names.map((secret) => `./secrets/${secret}`),
    );
  });
});
