import { alphabets, bare, drawn, mixed, type PlantedKind, prefixed, told } from "../kind.ts";
import type { Random } from "../random.ts";

const uuid = ({ of }: Random) => [8, 4, 4, 4, 12].map((length) => of(alphabets.hex, length)).join("-");
const jwt = (random: Random) =>
  `eyJ${random.of(alphabets.url, 30)}.eyJ${random.of(alphabets.url, 60)}.${random.of(alphabets.url, 43)}`;

/** Keys and tokens of other services. */
export const vendorKinds: readonly PlantedKind[] = [
  ...["ghp_", "gho_", "ghu_", "ghs_", "ghr_"].map((prefix) =>
    bare(`GitHub ${prefix}`, prefixed(prefix, "alphanumeric", 36)),
  ),
  bare("GitHub fine-grained token", prefixed("github_pat_", "alphanumeric", 82)),
  ...["glpat-", "gldt-", "glrt-", "glptt-"].map((prefix) =>
    bare(`GitLab ${prefix}`, mixedAfter(prefix, "url", 20)),
  ),
  bare("GitLab runner (old)", prefixed("GR1348941", "url", 20)),
  bare("Bitbucket app password", prefixed("ATBB", "alphanumeric", 32)),
  bare("Atlassian API token", prefixed("ATATT3xFfGF0", "url", 180)),
  bare("Linear", prefixed("lin_api_", "alphanumeric", 40)),
  bare("New Relic", prefixed("NRAK-", "upperAlphanumeric", 27)),
  told("New Relic license key", "NEW_RELIC_LICENSE_KEY=…", (random) => `${random.of(alphabets.hex, 36)}NRAL`),
  told("Datadog", "DD_API_KEY=…", drawn("hex", 32)),
  told("Datadog application key", "datadog app key: …", drawn("hex", 40)),
  bare(
    "Grafana service account",
    (random) => `glsa_${random.of(alphabets.alphanumeric, 32)}_${random.of(alphabets.hex, 8)}`,
  ),
  bare("Grafana Cloud", prefixed("glc_eyJ", "base64", 80)),
  bare("Sentry token", prefixed("sntrys_", "base64", 80)),
  told("Sentry address with key", "https://…@o123456.ingest.sentry.io/1234567", drawn("hex", 32)),
  bare("1Password service account", prefixed("ops_eyJ", "base64", 260)),
  bare(
    "1Password secret key",
    ({ of }) =>
      `A3-${of(alphabets.upperAlphanumeric, 6)}-${of(alphabets.upperAlphanumeric, 6)}-${[5, 5, 5, 5].map((length) => of(alphabets.upperAlphanumeric, length)).join("-")}`,
  ),
  bare("age key", prefixed("AGE-SECRET-KEY-1", "upperAlphanumeric", 58)),
  bare("HashiCorp Vault", mixedAfter("hvs.", "url", 95)),
  bare("HashiCorp Vault (old)", mixedAfter("s.", "alphanumeric", 24)),
  bare(
    "Terraform Cloud",
    (random) => `${random.of(alphabets.alphanumeric, 14)}.atlasv1.${random.of(alphabets.url, 65)}`,
  ),
  bare("Docker Hub", mixedAfter("dckr_pat_", "url", 27)),
  told("Docker config.json", '{"auths": {"https://index.docker.io/v1/": {"auth": "…"}}}', (random) =>
    Buffer.from(`anna:${random.of(alphabets.alphanumeric, 14)}`).toString("base64"),
  ),
  bare("npm", prefixed("npm_", "alphanumeric", 36)),
  told("npm, .npmrc", "//registry.npmjs.org/:_authToken=…", uuid),
  bare("PyPI", mixedAfter("pypi-AgEIcHlwaS5vcmc", "url", 120)),
  bare("RubyGems", prefixed("rubygems_", "hex", 48)),
  bare("OpenAI", (random) => `sk-proj-${random.of(alphabets.url, 60)}4`),
  bare("Anthropic", (random) => `sk-ant-api03-${random.of(alphabets.url, 93)}AA`),
  bare("Hugging Face", prefixed("hf_", "letters", 34)),
  bare("Replicate", prefixed("r8_", "alphanumeric", 37)),
  bare("Groq", prefixed("gsk_", "alphanumeric", 52)),
  bare("Google API key", mixedAfter("AIza", "url", 35)),
  bare("Google OAuth token", prefixed("ya29.", "url", 120)),
  bare("Google client secret", prefixed("GOCSPX-", "url", 28)),
  bare(
    "Firebase server key",
    (random) => `AAAA${random.of(alphabets.url, 7)}:APA91b${random.of(alphabets.url, 134)}`,
  ),
  bare(
    "Azure AD client secret",
    (random) => `${random.of(alphabets.alphanumeric, 3)}8Q~${random.of(alphabets.url, 34)}`,
  ),
  told(
    "Azure storage",
    "DefaultEndpointsProtocol=https;AccountName=example;AccountKey=…;EndpointSuffix=core.windows.net",
    (random) => `${random.of(alphabets.base64, 86)}==`,
  ),
  told(
    "Azure shared access",
    "https://example.blob.core.windows.net/files/a.txt?sv=2022-11-02&se=2027-01-01&sp=r&sig=…",
    (random) => `${random.of(alphabets.alphanumeric, 43)}%3D`,
  ),
  told("Azure DevOps", "AZURE_DEVOPS_EXT_PAT=…", (random) => random.of(alphabets.lowerBase32, 52)),
  ...["dop_v1_", "doo_v1_", "dor_v1_"].map((prefix) =>
    bare(`DigitalOcean ${prefix}`, prefixed(prefix, "hex", 64)),
  ),
  bare("Twilio key", prefixed("SK", "hex", 32)),
  told("Twilio auth token", "Twilio auth token: …", drawn("hex", 32)),
  bare("Mailgun", prefixed("key-", "hex", 32)),
  bare("Mailchimp", (random) => `${random.of(alphabets.hex, 32)}-us14`),
  bare("SendGrid", (random) => `SG.${random.of(alphabets.url, 22)}.${random.of(alphabets.url, 43)}`),
  bare(
    "Brevo",
    (random) => `xkeysib-${random.of(alphabets.hex, 64)}-${random.of(alphabets.alphanumeric, 16)}`,
  ),
  told("Postmark", "POSTMARK_API_TOKEN=…", uuid),
  ...["shpat_", "shpss_", "shppa_", "shpca_"].map((prefix) =>
    bare(`Shopify ${prefix}`, prefixed(prefix, "hex", 32)),
  ),
  bare("Stripe live key", prefixed("sk_live_", "alphanumeric", 99)),
  bare("Stripe restricted key", prefixed("rk_live_", "alphanumeric", 99)),
  bare("Stripe webhook secret", prefixed("whsec_", "alphanumeric", 32)),
  bare("Square", prefixed("sq0csp-", "url", 43)),
  bare("Square access token", prefixed("EAAA", "url", 60)),
  bare(
    "PayPal access token",
    (random) =>
      `access_token$production$${random.of(alphabets.lowerAlphanumeric, 16)}$${random.of(alphabets.hex, 32)}`,
  ),
  told("PayPal client secret", "PAYPAL_CLIENT_SECRET=…", mixed("url", 80)),
  bare(
    "Slack bot token",
    ({ of }) => `xoxb-${of("123456789", 12)}-${of("123456789", 13)}-${of(alphabets.alphanumeric, 24)}`,
  ),
  bare(
    "Slack app token",
    ({ of }) =>
      `xapp-1-A${of(alphabets.upperAlphanumeric, 10)}-${of("123456789", 13)}-${of(alphabets.hex, 64)}`,
  ),
  told("Slack webhook", "https://hooks.slack.com/services/T00000000/B00000000/…", drawn("alphanumeric", 24)),
  bare(
    "Discord bot token",
    (random) =>
      `MT${random.of(alphabets.alphanumeric, 24)}.G${random.of(alphabets.url, 5)}.${random.of(alphabets.url, 38)}`,
  ),
  told("Discord webhook", "https://discord.com/api/webhooks/123456789012345678/…", drawn("url", 68)),
  bare("Telegram bot token", (random) => `${random.of("123456789", 10)}:AA${random.of(alphabets.url, 33)}`),
  told(
    "Microsoft Teams webhook",
    "https://example.webhook.office.com/webhookb2/…/IncomingWebhook/…2/…3",
    (random) => `${uuid(random)}@${uuid(random)}`,
    drawn("hex", 32),
    uuid,
  ),
  bare("Heroku", mixedAfter("HRKU-AA", "url", 58)),
  told("Heroku (old)", "HEROKU_API_KEY=…", uuid),
  bare("Netlify", prefixed("nfp_", "alphanumeric", 36)),
  told("Vercel", "VERCEL_TOKEN=…", drawn("alphanumeric", 24)),
  told("Cloudflare API token", "CLOUDFLARE_API_TOKEN=…", mixed("url", 40)),
  bare(
    "Cloudflare origin key",
    (random) => `v1.0-${random.of(alphabets.hex, 24)}-${random.of(alphabets.hex, 146)}`,
  ),
  told("Fastly", "fastly token: …", mixed("url", 32)),
  told("Algolia", "ALGOLIA_ADMIN_KEY=…", drawn("hex", 32)),
  bare("Mapbox", (random) => `sk.eyJ${random.of(alphabets.url, 60)}.${random.of(alphabets.url, 22)}`),
  bare("Notion", prefixed("ntn_", "alphanumeric", 46)),
  bare("Notion (old)", prefixed("secret_", "alphanumeric", 43)),
  bare("Airtable", (random) => `pat${random.of(alphabets.alphanumeric, 14)}.${random.of(alphabets.hex, 64)}`),
  bare("Figma", mixedAfter("figd_", "url", 40)),
  bare("Postman", (random) => `PMAK-${random.of(alphabets.hex, 24)}-${random.of(alphabets.hex, 34)}`),
  bare("Databricks", prefixed("dapi", "hex", 32)),
  told("Snowflake", "SNOWFLAKE_PASSWORD: …", mixed("url", 16)),
  bare("Supabase", prefixed("sbp_", "hex", 40)),
  bare("PlanetScale password", mixedAfter("pscale_pw_", "url", 43)),
  bare("PlanetScale token", mixedAfter("pscale_tkn_", "url", 43)),
  bare("Doppler", prefixed("dp.pt.", "alphanumeric", 43)),
  bare("Pulumi", prefixed("pul-", "hex", 40)),
  bare(
    "Dynatrace",
    (random) => `dt0c01.${random.of(alphabets.base32, 24)}.${random.of(alphabets.base32, 64)}`,
  ),
  bare("Asana", (random) => `1/${random.of("123456789", 16)}:${random.of(alphabets.hex, 32)}`),
  bare("Typeform", mixedAfter("tfp_", "url", 44)),
  bare("Alibaba Cloud", prefixed("LTAI", "alphanumeric", 20)),
  bare("Facebook", mixedAfter("EAACEdEose0cBA", "alphanumeric", 60)),
  bare("Tailscale", mixedAfter("tskey-auth-", "alphanumeric", 34)),
  bare("JSON Web Token", jwt),
];

function mixedAfter(prefix: string, alphabet: keyof typeof alphabets, length: number) {
  return (random: Random) => prefix + mixed(alphabet, length)(random);
}
