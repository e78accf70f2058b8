/**
 * Makes the certificate and starts nginx. The key is made in the task, never leaves it and dies with it; the load balancer
 * does not verify certificates of targets, so nobody needs to know this one beforehand.
 */
export function proxyScript(port: number, applicationPort: number): string {
  return `set -eu
umask 077
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 397 \\
  -subj /CN=localhost -addext subjectAltName=DNS:localhost -keyout /tls/tls.key -out /tls/tls.crt
${startNginx(port, applicationPort)}`;
}

/** Where the proxy gets its certificate from. */
export interface CertificateSource {
  readonly authorityArn: string;
  readonly templateArn: string;
  /** DNS names; the first is the common name too. */
  readonly names: readonly string[];
  readonly days: number;
}

/**
 * Has a private CA sign a key that is made in the task and never leaves it, and does so anew, with a new key, when half of
 * the certificate's days are over. A renewal that fails is tried again each minute, long before the certificate ends; the
 * first one that fails ends the container, and with it the task.
 */
export function privateCaScript(port: number, applicationPort: number, source: CertificateSource): string {
  const [commonName = ""] = source.names;
  const alternatives = source.names.map((name) => `DNS:${name}`).join(",");
  return `set -eu
umask 077
export HOME=/tmp
issue() {
  algorithm=$(aws acm-pca describe-certificate-authority --certificate-authority-arn ${source.authorityArn} \\
    --query CertificateAuthority.CertificateAuthorityConfiguration.SigningAlgorithm --output text) || return 1
  openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout /tls/new.key -out /tls/new.csr \\
    -subj '/CN=${commonName.slice(0, 64)}' -addext 'subjectAltName=${alternatives}' || return 1
  certificate=$(aws acm-pca issue-certificate --certificate-authority-arn ${source.authorityArn} \\
    --csr fileb:///tls/new.csr --signing-algorithm "$algorithm" --template-arn ${source.templateArn} \\
    --validity Value=${source.days},Type=DAYS --query CertificateArn --output text) || return 1
  aws acm-pca wait certificate-issued --certificate-authority-arn ${source.authorityArn} \\
    --certificate-arn "$certificate" || return 1
  for part in Certificate CertificateChain; do
    aws acm-pca get-certificate --certificate-authority-arn ${source.authorityArn} \\
      --certificate-arn "$certificate" --query "$part" --output text || return 1
  done >/tls/new.crt
  mv /tls/new.key /tls/tls.key && mv /tls/new.crt /tls/tls.crt
}
issue
(
  while sleep ${source.days * 43_200}; do
    until issue; do sleep 60; done
    nginx -e stderr -c /tmp/nginx.conf -s reload
  done
) &
${startNginx(port, applicationPort)}`;
}

function startNginx(port: number, applicationPort: number): string {
  return `cat >/tmp/nginx.conf <<'END'
${nginxConfiguration(port, applicationPort)}END
exec nginx -e stderr -c /tmp/nginx.conf -g 'daemon off;'
`;
}

// Bodies go through unbuffered and responses are never spooled to a file: they hold PHI. The load balancer logs requests.
function nginxConfiguration(port: number, applicationPort: number): string {
  return `worker_processes 2;
pid /tmp/nginx.pid;
error_log stderr warn;
events { worker_connections 1024; }
http {
  access_log off;
  server_tokens off;
  client_body_temp_path /tmp/body;
  proxy_temp_path /tmp/proxy;
  fastcgi_temp_path /tmp/fastcgi;
  uwsgi_temp_path /tmp/uwsgi;
  scgi_temp_path /tmp/scgi;
  client_max_body_size 0;
  proxy_request_buffering off;
  proxy_max_temp_file_size 0;
  keepalive_timeout 75s;
  map $http_upgrade $connection_upgrade { default upgrade; '' ''; }
  server {
    listen ${port} ssl;
    ssl_certificate /tls/tls.crt;
    ssl_certificate_key /tls/tls.key;
    ssl_protocols TLSv1.2 TLSv1.3;
    ssl_ciphers ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-ECDSA-AES128-GCM-SHA256;
    ssl_prefer_server_ciphers on;
    ssl_session_tickets off;
    location / {
      proxy_pass http://127.0.0.1:${applicationPort};
      proxy_http_version 1.1;
      proxy_set_header Host $http_host;
      proxy_set_header Upgrade $http_upgrade;
      proxy_set_header Connection $connection_upgrade;
    }
  }
}
`;
}
