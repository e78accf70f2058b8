import type { ServiceScratchMedium } from "./fargate-service-args";
import { containerDefinition, type ContainerLog } from "./container-definition";
import { scratchMounts, type ScratchPath } from "./scratch";

/** Name of the proxy's container. */
export const proxyContainerName = "tls";

/** The paths the proxy writes to: its certificate, and its configuration and buffers. */
export const proxyScratch: readonly ScratchPath[] = [
  { path: "/tls", volume: "tls-certificate", sizeMib: 1 },
  { path: "/tmp", volume: "tls-tmp", sizeMib: 16 },
];

/** What the proxy needs to know. */
export interface TlsProxyParts {
  readonly image: string;
  readonly log: ContainerLog;
  readonly medium: ServiceScratchMedium;
  readonly stopTimeout: number;
  readonly port: number;
  readonly applicationPort: number;
  readonly applicationContainer: string;
  /** The application has a health check of its own, so the proxy can wait for it. */
  readonly applicationReportsHealth: boolean;
}

/**
 * The container that ends TLS. It starts after the application and so stops before it: open requests are finished while
 * the application still runs.
 */
export function tlsProxyContainer(parts: TlsProxyParts): Record<string, unknown> {
  return containerDefinition({
    name: proxyContainerName,
    image: parts.image,
    log: parts.log,
    scratch: scratchMounts(proxyScratch, parts.medium),
    stopTimeout: parts.stopTimeout,
    port: parts.port,
    entryPoint: ["/bin/sh", "-c"],
    command: [proxyScript(parts.port, parts.applicationPort)],
    dependsOn: [
      {
        containerName: parts.applicationContainer,
        condition: parts.applicationReportsHealth ? "HEALTHY" : "START",
      },
    ],
    healthCheckCommand: [
      "CMD-SHELL",
      `openssl s_client -connect 127.0.0.1:${parts.port} </dev/null >/dev/null 2>&1 || exit 1`,
    ],
  });
}

/**
 * Makes the certificate and starts nginx. The key is made in the task, never leaves it and dies with it; the load balancer
 * does not verify certificates of targets, so nobody needs to know this one beforehand.
 */
export function proxyScript(port: number, applicationPort: number): string {
  return `set -eu
umask 077
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 397 \\
  -subj /CN=localhost -addext subjectAltName=DNS:localhost -keyout /tls/tls.key -out /tls/tls.crt
cat >/tmp/nginx.conf <<'END'
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
