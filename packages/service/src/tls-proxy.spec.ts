import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { proxyScript } from "./proxy-scripts";

describe("start of the TLS proxy", () => {
  const script = proxyScript(8443, 3000);

  it("is a script that a shell can read", () => {
    execFileSync("sh", ["-n"], { input: script });
    assert.throws(() => execFileSync("sh", ["-n"], { input: `${script}\nif`, stdio: "pipe" }));
  });

  it("makes an ECDSA key that only its user can read", () => {
    assert.ok(script.indexOf("umask 077") < script.indexOf("openssl req"));
    assert.match(script, /-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes/);
    assert.match(script, /-keyout \/tls\/tls\.key -out \/tls\/tls\.crt/);
  });

  it("listens with TLS 1.2 and later and nothing else", () => {
    assert.deepEqual(script.match(/^ *listen .*$/gm), ["    listen 8443 ssl;"]);
    assert.match(script, /ssl_protocols TLSv1\.2 TLSv1\.3;/);
    assert.match(script, /ssl_ciphers ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-ECDSA-AES128-GCM-SHA256;/);
  });

  it("passes requests to the loopback interface alone", () => {
    assert.deepEqual(script.match(/proxy_pass .*;/g), ["proxy_pass http://127.0.0.1:3000;"]);
  });

  it("writes no body to a file, and no request to a log", () => {
    for (const line of ["proxy_request_buffering off;", "proxy_max_temp_file_size 0;", "access_log off;"]) {
      assert.ok(script.includes(line), line);
    }
  });

  it("writes below its two writable paths only", () => {
    const paths = [...script.matchAll(/(?:^|[\s>])(\/[a-z][a-z./]*)/gm)].map((match) => match[1] ?? "");
    assert.ok(paths.length > 8);
    for (const path of paths) assert.match(path, /^\/(?:tls|tmp)\//);
  });
});
