import { alphabets, bare, drawn, mixed, type PlantedKind, prefixed, strongPassword, told } from "../kind.ts";

const accessKey = prefixed("AKIA", "base32", 16);
const temporaryKey = prefixed("ASIA", "base32", 16);
const secretKey = mixed("base64", 40);
const console = "https://111122223333.signin.aws.amazon.com/console";

/** What AWS gives out: IAM's files, keys, what a shell and a page show of them. */
export const awsKinds: readonly PlantedKind[] = [
  told(
    "IAM console credentials (csv)",
    `User name,Password,Console sign-in URL\nanna,…,${console}`,
    strongPassword,
  ),
  told(
    "IAM console credentials (csv in one line)",
    `User name,Password,Console sign-in URL anna,…,${console}`,
    strongPassword,
  ),
  told(
    "IAM console credentials (csv, quoted)",
    `"User name","Password","Console sign-in URL"\n"anna","…","${console}"`,
    strongPassword,
  ),
  told(
    "IAM console credentials (csv, CRLF, two users)",
    `User name,Password,Console sign-in URL\r\nanna,…,${console}\r\nminh,…2,${console}`,
    strongPassword,
    strongPassword,
  ),
  told(
    "IAM console credentials (tabs)",
    `User name\tPassword\tConsole sign-in URL\nanna\t…\t${console}`,
    strongPassword,
  ),
  told("IAM console credentials (last line alone)", `anna,…,${console}`, strongPassword),
  told(
    "IAM credentials, old form (csv)",
    `User name,Password,Access key ID,Secret access key,Console login link\nanna,…,…2,…3,${console}`,
    strongPassword,
    accessKey,
    secretKey,
  ),
  told(
    "IAM credentials, old form without password (csv)",
    'User Name,Access Key Id,Secret Access Key\n"anna",…,…2',
    accessKey,
    secretKey,
  ),
  told(
    "IAM console password (page)",
    `Console sign-in URL\n${console}\nUser name\nanna\nConsole password\n…`,
    strongPassword,
  ),
  told("IAM access key (csv)", "Access key ID,Secret access key\n…,…2", accessKey, secretKey),
  told("IAM access key (semicolons)", "Access key ID;Secret access key\n…;…2", accessKey, secretKey),
  told("rootkey.csv", "AWSAccessKeyId=…\nAWSSecretKey=…2", accessKey, secretKey),
  told(
    "aws configure",
    "$ aws configure\nAWS Access Key ID [None]: …\nAWS Secret Access Key [None]: …2\nDefault region name [None]: us-east-1",
    accessKey,
    secretKey,
  ),
  told(
    "aws configure, over an old key",
    "AWS Access Key ID [****************MPLE]: …\nAWS Secret Access Key [****************EKEY]: …2",
    accessKey,
    secretKey,
  ),
  told(
    "~/.aws/credentials",
    "[default]\naws_access_key_id = …\naws_secret_access_key = …2",
    accessKey,
    secretKey,
  ),
  told(
    "aws sts, JSON",
    '{"Credentials": {"AccessKeyId": "…", "SecretAccessKey": "…2", "SessionToken": "…3"}}',
    temporaryKey,
    secretKey,
    prefixed("IQoJb3JpZ2luX2Vj", "base64", 300),
  ),
  told(
    "aws variables of a shell",
    'export AWS_ACCESS_KEY_ID="…"\nexport AWS_SECRET_ACCESS_KEY="…2"',
    accessKey,
    secretKey,
  ),
  told(
    "aws variables of PowerShell",
    '$Env:AWS_ACCESS_KEY_ID="…"\n$Env:AWS_SECRET_ACCESS_KEY="…2"',
    accessKey,
    secretKey,
  ),
  told(
    "aws create-login-profile",
    "aws iam create-login-profile --user-name anna --password … --password-reset-required",
    strongPassword,
  ),
  bare("AWS access key", accessKey),
  bare("AWS secret key", secretKey),
  bare("AWS session token", prefixed("IQoJb3JpZ2luX2Vj", "base64", 260)),
  told(
    "AWS access key in two by a space",
    "…2 …3",
    accessKey,
    (random) => `AKIA${random.of(alphabets.base32, 4)}`,
    drawn("base32", 12),
  ),
  told(
    "AWS federation, SigninToken",
    `https://signin.aws.amazon.com/federation?Action=login&Issuer=example&SigninToken=…`,
    mixed("url", 120),
  ),
  told(
    "S3 pre-signed address",
    "https://example-bucket.s3.amazonaws.com/report.pdf?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=…2%2F20261130%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Expires=3600&X-Amz-SignedHeaders=host&X-Amz-Signature=…",
    drawn("hex", 64),
    temporaryKey,
  ),
  told(
    "X-Amz-Security-Token",
    "https://example-bucket.s3.amazonaws.com/a.png?X-Amz-Security-Token=…&X-Amz-Date=20261130T000000Z",
    prefixed("IQoJb3JpZ2luX2Vj", "url", 180),
  ),
  told(
    "CloudFront signed address",
    "https://d111111abcdef8.cloudfront.net/image.jpg?Expires=1767225600&Signature=…&Key-Pair-Id=K2JCJMDEHXQW5F",
    mixed("url", 160),
  ),
  told("SES SMTP password", "SMTP username: …2\nSMTP password: …", mixed("base64", 44), accessKey),
  told(
    "AWS device code",
    "Enter the code …",
    (random) => `${random.of("BCDFGHJKLMNPQRSTVWXZ", 4)}-${random.of("BCDFGHJKLMNPQRSTVWXZ", 4)}`,
  ),
  bare(
    "AWS device code, bare",
    (random) => `${random.of("BCDFGHJKLMNPQRSTVWXZ", 4)}-${random.of("BCDFGHJKLMNPQRSTVWXZ", 4)}`,
  ),
  told(
    "device code in an address",
    "https://device.sso.us-east-1.amazonaws.com/?user_code=…",
    (random) => `${random.of("BCDFGHJKLMNPQRSTVWXZ", 4)}-${random.of("BCDFGHJKLMNPQRSTVWXZ", 4)}`,
  ),
];
