/** Tokens that begin or end with something of their issuer's own, and the page that tells it. */
interface VendorToken {
  readonly vendor: string;
  readonly source: string;
  /** Regular expressions; each takes the whole run of its characters. */
  readonly forms: readonly string[];
}

/** Word characters and dashes, with a digit among the first 60, which no plain word has. */
const withDigit = (length: number) => String.raw`(?=[\w-]{0,60}\d)[\w-]{${length},}`;

export const vendorTokens: readonly VendorToken[] = [
  {
    vendor: "1Password",
    source: "https://developer.1password.com/docs/service-accounts/security/",
    forms: [String.raw`ops_eyJ[\w+/=-]{20,}`],
  },
  {
    vendor: "1Password (Secret Key)",
    source: "https://support.1password.com/secret-key/",
    forms: ["A3-[A-Z0-9]{6}(?:-[A-Z0-9]{5,6}){4,6}"],
  },
  {
    vendor: "Adobe",
    source: "https://developer.adobe.com/developer-console/docs/guides/authentication/",
    forms: ["p8e-[A-Za-z0-9]{30,}"],
  },
  {
    vendor: "age",
    source: "https://github.com/C2SP/C2SP/blob/main/age.md",
    forms: ["(?:AGE-SECRET-KEY-|age-secret-key-)[A-Za-z0-9-]{40,}"],
  },
  {
    vendor: "Airtable",
    source: "https://airtable.com/developers/web/guides/personal-access-tokens",
    forms: [String.raw`pat[A-Za-z0-9]{14}\.[a-f0-9]{32,}`],
  },
  {
    vendor: "Alibaba Cloud",
    source: "https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair",
    forms: ["LTAI[A-Za-z0-9]{12,}"],
  },
  {
    vendor: "Amazon Bedrock",
    source: "https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html",
    forms: ["ABSK[A-Za-z0-9+/]{60,}={0,2}", "bedrock-api-key-[A-Za-z0-9+/=]{20,}"],
  },
  {
    vendor: "Anthropic and OpenAI",
    source: "https://platform.openai.com/docs/api-reference/authentication",
    forms: [String.raw`sk-(?=[\w-]{0,60}\d)[\w-]{20,}`],
  },
  {
    vendor: "Artifactory",
    source: "https://jfrog.com/help/r/jfrog-platform-administration-documentation/user-profile",
    forms: ["AKCp[A-Za-z0-9]{40,}"],
  },
  {
    vendor: "Asana",
    source: "https://developers.asana.com/docs/personal-access-token",
    forms: [String.raw`[0-2]\/\d{12,20}(?:\/\d{12,20})?:[a-f0-9]{32}`],
  },
  {
    vendor: "Atlassian",
    source:
      "https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/",
    forms: [String.raw`AT(?:ATT|CTT|STT|BB)[\w=-]{20,}`],
  },
  {
    vendor: "Azure (Entra ID client secret)",
    source: "https://learn.microsoft.com/en-us/entra/identity-platform/quickstart-register-app",
    forms: [String.raw`[\w.~-]{3}\dQ~[\w.~-]{31,}`],
  },
  {
    vendor: "Brevo",
    source: "https://developers.brevo.com/docs/getting-started",
    forms: ["x(?:keysib|smtpsib)-[A-Za-z0-9-]{40,}"],
  },
  {
    vendor: "Cloudflare (origin CA)",
    source: "https://developers.cloudflare.com/fundamentals/api/get-started/ca-keys/",
    forms: [String.raw`v1\.0-[a-f0-9]{24}-[a-f0-9]{60,}`],
  },
  {
    vendor: "Databricks",
    source: "https://docs.databricks.com/aws/en/dev-tools/auth/pat",
    forms: ["dapi[a-f0-9]{32}(?:-[0-9])?", "dose[a-f0-9]{32}"],
  },
  {
    vendor: "DigitalOcean",
    source: "https://docs.digitalocean.com/reference/api/create-personal-access-token/",
    forms: ["do[a-z]_v1_[a-f0-9]{32,}"],
  },
  {
    vendor: "Docker Hub",
    source: "https://docs.docker.com/security/access-tokens/",
    forms: [String.raw`dckr_[a-z]{3,4}_[\w-]{20,}`],
  },
  {
    vendor: "Doppler",
    source: "https://docs.doppler.com/reference/auth-token-formats",
    forms: [String.raw`dp\.(?:pt|st|sa|ct|scim|audit)\.[\w.-]{30,}`],
  },
  {
    vendor: "Dropbox",
    source: "https://developers.dropbox.com/oauth-guide",
    forms: [String.raw`sl\.(?:u\.)?(?=[\w-]{0,60}\d)[\w=-]{60,}`],
  },
  {
    vendor: "Duffel",
    source: "https://duffel.com/docs/api/overview/making-requests/authentication",
    forms: [String.raw`duffel_(?:test|live)_[\w=-]{40,}`],
  },
  {
    vendor: "Dynatrace",
    source:
      "https://docs.dynatrace.com/docs/manage/identity-access-management/access-tokens-and-oauth-clients/access-tokens",
    forms: [String.raw`dt0[a-z]\d{2}\.[A-Za-z0-9]{8,}\.[A-Za-z0-9]{32,}`],
  },
  {
    vendor: "Facebook",
    source: "https://developers.facebook.com/docs/facebook-login/guides/access-tokens/",
    forms: [`EAA[A-Za-z](?=[A-Za-z0-9_-]{0,60}[0-9])[A-Za-z0-9_-]{30,}`],
  },
  {
    vendor: "Figma",
    source: "https://www.figma.com/developers/api#access-tokens",
    forms: [String.raw`fig[a-z]{1,3}_[\w-]{20,}`],
  },
  {
    vendor: "Firebase Cloud Messaging",
    source: "https://firebase.google.com/docs/cloud-messaging/auth-server",
    forms: [String.raw`AAAA[\w-]{7}:APA91[\w-]{40,}`],
  },
  {
    vendor: "Fly.io",
    source: "https://fly.io/docs/security/tokens/",
    forms: [String.raw`fo1_[\w-]{40,}`, "fm[12][ar]?_[A-Za-z0-9+/=]{60,}"],
  },
  {
    vendor: "Frame.io",
    source: "https://developer.frame.io/docs/getting-started/authentication",
    forms: [String.raw`fio-u-[\w=-]{40,}`],
  },
  {
    vendor: "GitHub",
    source:
      "https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats",
    forms: ["gh[pousr]_[A-Za-z0-9]{20,}", String.raw`github_pat_\w{20,}`],
  },
  {
    vendor: "GitLab",
    source: "https://docs.gitlab.com/security/tokens/#token-prefixes",
    forms: [
      String.raw`gl[a-z]{2,5}-[\w.-]{20,}`,
      String.raw`GR1348941[\w-]{20,}`,
      String.raw`_gitlab_session=\w{20,}`,
    ],
  },
  {
    vendor: "Google",
    source: "https://cloud.google.com/docs/authentication/api-keys",
    forms: [
      String.raw`AIza[\w-]{35,}`,
      String.raw`ya29\.[\w.-]{20,}`,
      String.raw`GOCSPX-[\w-]{20,}`,
      String.raw`1\/\/0[\w-]{30,}`,
      String.raw`AQ\.[\w-]{40,}`,
    ],
  },
  {
    vendor: "Grafana",
    source: "https://grafana.com/docs/grafana/latest/administration/service-accounts/",
    forms: [String.raw`gl(?:sa|c)_[\w+/=-]{30,}`],
  },
  { vendor: "Groq", source: "https://console.groq.com/docs/quickstart", forms: ["gsk_[A-Za-z0-9]{40,}"] },
  {
    vendor: "Harness",
    source: "https://developer.harness.io/docs/platform/automation/api/add-and-manage-api-keys/",
    forms: [String.raw`[ps]at\.[\w-]{22}\.[A-Za-z0-9]{20,}\.[A-Za-z0-9]{20}`],
  },
  {
    vendor: "HashiCorp Vault",
    source: "https://developer.hashicorp.com/vault/docs/concepts/tokens",
    forms: [String.raw`hv[sbr]\.${withDigit(20)}`, String.raw`[sb]\.(?=[A-Za-z0-9]{0,23}\d)[A-Za-z0-9]{24,}`],
  },
  {
    vendor: "HCP Terraform",
    source: "https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens",
    forms: [String.raw`[A-Za-z0-9]{14}\.atlasv1\.[\w=-]{40,}`],
  },
  {
    vendor: "Heroku",
    source: "https://devcenter.heroku.com/articles/platform-api-quickstart",
    forms: [String.raw`HRKU-[\w-]{30,}`],
  },
  {
    vendor: "Hugging Face",
    source: "https://huggingface.co/docs/hub/security-tokens",
    forms: ["(?:hf|api_org)_[A-Za-z0-9]{30,}"],
  },
  {
    vendor: "Linear",
    source: "https://linear.app/developers/graphql",
    forms: ["lin_[a-z]{3,5}_[A-Za-z0-9]{30,}"],
  },
  {
    vendor: "Mailchimp",
    source: "https://mailchimp.com/developer/marketing/guides/quick-start/",
    forms: ["[a-f0-9]{32}-us[0-9]{1,2}"],
  },
  {
    vendor: "Mailgun",
    source: "https://documentation.mailgun.com/docs/mailgun/api-reference/mg-auth",
    forms: ["(?:pub)?key-[a-f0-9]{32}", "[a-f0-9]{32}-[a-f0-9]{8}-[a-f0-9]{8}"],
  },
  {
    vendor: "Mapbox",
    source: "https://docs.mapbox.com/help/getting-started/access-tokens/",
    forms: [String.raw`sk\.eyJ[\w-]{20,}(?:\.[\w-]{10,})?`],
  },
  {
    vendor: "Netlify",
    source: "https://docs.netlify.com/api-and-cli-guides/api-guides/get-started-with-api/",
    forms: [String.raw`nf[a-z]_[\w-]{30,}`],
  },
  {
    vendor: "New Relic",
    source: "https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/",
    forms: ["NR[A-Z]{1,3}-[A-Za-z0-9]{20,}", "[a-f0-9]{36}NRAL"],
  },
  {
    vendor: "Notion",
    source: "https://developers.notion.com/reference/authentication",
    forms: ["(?:ntn|secret)_(?=[a-z0-9]{0,20}[A-Z])[A-Za-z0-9]{40,}"],
  },
  { vendor: "npm", source: "https://docs.npmjs.com/about-access-tokens", forms: ["npm_[A-Za-z0-9]{30,}"] },
  {
    vendor: "Octopus Deploy",
    source: "https://octopus.com/docs/octopus-rest-api/how-to-create-an-api-key",
    forms: ["API-(?=[A-Z]{0,25}[0-9])[A-Z0-9]{25,}"],
  },
  {
    vendor: "OpenShift",
    source:
      "https://docs.redhat.com/en/documentation/openshift_container_platform/4.17/html/authentication_and_authorization/managing-oauth-access-tokens",
    forms: [String.raw`sha256~[\w-]{30,}`],
  },
  {
    vendor: "PayPal",
    source: "https://developer.paypal.com/braintree/docs/guides/authorization/overview",
    forms: [String.raw`access_token\$(?:production|sandbox)\$\w{10,}\$[a-f0-9]{32}`],
  },
  {
    vendor: "Perplexity",
    source: "https://docs.perplexity.ai/getting-started/quickstart",
    forms: ["pplx-[A-Za-z0-9]{40,}"],
  },
  {
    vendor: "PlanetScale",
    source: "https://planetscale.com/docs/concepts/planetscale-api-oauth-applications",
    forms: [String.raw`pscale_[a-z]{2,5}_[\w=.-]{30,}`],
  },
  {
    vendor: "Postman",
    source: "https://learning.postman.com/docs/developer/postman-api/authentication/",
    forms: ["PMAK-[a-f0-9]{24}-[a-f0-9]{34}"],
  },
  {
    vendor: "Pulumi",
    source: "https://www.pulumi.com/docs/administration/access-identity/access-tokens/",
    forms: ["pul-[a-f0-9]{40}"],
  },
  { vendor: "PyPI", source: "https://pypi.org/help/#apitoken", forms: [String.raw`pypi-[\w-]{30,}`] },
  {
    vendor: "ReadMe",
    source: "https://docs.readme.com/main/reference/intro-to-the-readme-api",
    forms: ["rdme_[a-z0-9]{40,}"],
  },
  {
    vendor: "Replicate",
    source: "https://replicate.com/docs/topics/security/api-tokens",
    forms: ["r8_[A-Za-z0-9]{30,}"],
  },
  {
    vendor: "RubyGems",
    source: "https://guides.rubygems.org/api-key-scopes/",
    forms: ["rubygems_[a-f0-9]{40,}"],
  },
  {
    vendor: "SendGrid",
    source: "https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys",
    forms: [String.raw`SG\.[\w-]{16,}\.[\w-]{16,}`],
  },
  {
    vendor: "Sentry",
    source: "https://docs.sentry.io/account/auth-tokens/",
    forms: [String.raw`sntr[a-z]{2}_[\w+/=-]{30,}`],
  },
  {
    vendor: "Shopify",
    source: "https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens",
    forms: ["shp[a-z]{2}_[A-Fa-f0-9]{32,}"],
  },
  {
    vendor: "SonarQube",
    source: "https://docs.sonarsource.com/sonarqube-server/latest/user-guide/managing-tokens/",
    forms: [String.raw`sq[apu]_[\w=-]{36,}`],
  },
  {
    vendor: "Square",
    source: "https://developer.squareup.com/docs/build-basics/access-tokens",
    forms: [String.raw`sq0[a-z]{3}-[\w-]{22,}`, String.raw`EAAA[\w-]{50,}`],
  },
  {
    vendor: "Stripe",
    source: "https://docs.stripe.com/keys",
    forms: ["[rs]k_(?:live|test|prod)_[A-Za-z0-9]{16,}", "whsec_[A-Za-z0-9+/=]{16,}"],
  },
  {
    vendor: "Supabase",
    source: "https://supabase.com/docs/guides/api/api-keys",
    forms: ["sbp_[a-f0-9]{40}", String.raw`sb_secret_[\w-]{20,}`],
  },
  {
    vendor: "Tailscale",
    source: "https://tailscale.com/kb/1085/auth-keys",
    forms: ["tskey-[a-z]{3,10}-[A-Za-z0-9-]{20,}"],
  },
  {
    vendor: "Telegram",
    source: "https://core.telegram.org/bots/api#authorizing-your-bot",
    forms: [String.raw`\d{8,10}:[\w-]{35,}`],
  },
  { vendor: "Twilio", source: "https://www.twilio.com/docs/iam/api-keys", forms: ["SK[a-f0-9]{32}"] },
  {
    vendor: "Typeform",
    source: "https://www.typeform.com/developers/get-started/personal-access-token/",
    forms: [String.raw`tfp_[\w-]{40,}`],
  },
  { vendor: "Vercel", source: "https://vercel.com/docs/rest-api", forms: ["vc[a-z]_[A-Za-z0-9]{20,}"] },
];
