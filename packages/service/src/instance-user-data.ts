import * as pulumi from "@pulumi/pulumi";
import type { ArgumentChecks } from "@hipaa-aws/foundation";
import { looksLikeCredential } from "./environment-variables";

/** Where the certificate and its key are, readable by root and by members of the group `tls`. */
export const certificateFolder = "/etc/pki/instance-tls";

/** Bytes of user data that EC2 takes, before base64. Source: "Instance user data" in the Amazon EC2 User Guide. */
const userDataLimit = 16_384;

// The key is made on the instance, never leaves it and dies with it. It is valid longer than any instance lives.
const bootstrap = `#!/bin/bash
set -euo pipefail
umask 027
groupadd --system --force tls
install -d -m 0750 -g tls ${certificateFolder}
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 397 \\
  -subj "/CN=$(hostname)" -addext "subjectAltName=DNS:$(hostname)" \\
  -keyout ${certificateFolder}/tls.key -out ${certificateFolder}/tls.crt
chgrp tls ${certificateFolder}/tls.key ${certificateFolder}/tls.crt
chmod 0640 ${certificateFolder}/tls.key
`;

/**
 * What an instance runs at its first start, in base64: the certificate, then the user's lines. The lines are never
 * printed, not even when refused.
 *
 * @throws ArgumentError when the lines are a Pulumi secret, look like a credential, or are too long.
 */
export function instanceUserData(
  checks: ArgumentChecks,
  userData: pulumi.Input<string> | undefined,
): pulumi.Output<string> {
  if (typeof userData === "string") checkedUserData(checks, userData, false);
  const lines = pulumi.output(userData);
  return pulumi
    .all([lines, pulumi.isSecret(lines)])
    .apply(([text, secret]) => Buffer.from(checkedUserData(checks, text ?? "", secret)).toString("base64"));
}

function checkedUserData(checks: ArgumentChecks, lines: string, secret: boolean): string {
  const mend = "Read it on the instance from Secrets Manager: name the secret under access.secrets";
  if (secret) checks.fail("userData", "is a Pulumi secret, which would be stored in plain text", mend);
  if (lines.split(/[\s'"=]+/).some(looksLikeCredential)) checks.fail("userData", "holds a credential", mend);
  const text = `${bootstrap}${lines}`;
  const bytes = Buffer.byteLength(text);
  if (bytes > userDataLimit) {
    checks.fail(
      "userData",
      `takes ${bytes} bytes with the component's own, and EC2 takes ${userDataLimit}`,
      "Shorten it",
    );
  }
  return text;
}
