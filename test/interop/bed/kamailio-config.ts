import { MEDIA_ROUTES } from './kamailio-media';

/** What the SIP server's script has to know of its surroundings. */
export interface KamailioSurroundings {
  readonly domain: string;
  readonly passwords: Readonly<Record<string, string>>;
  readonly sipPort: number;
  readonly wsPort: number;
  readonly wssPort: number;
  readonly rtpengineControlPort: number;
  readonly certificateFile: string;
  readonly keyFile: string;
  readonly runFolder: string;
}

/** Users that answer every call in the same way without being anybody. */
const CANNED = {
  busy: '486 Busy Here',
  declined: '603 Decline',
  unavail: '503 Service Unavailable',
  forbid: '403 Forbidden',
} as const;

/** The script of a SIP server as companies run it, with users in memory and nothing on disk. */
export function kamailioConfig(to: KamailioSurroundings): string {
  return [globals(to), modules(to), MAIN_ROUTE, targets(), MEDIA_ROUTES, events(to)]
    .join('\n')
    .replaceAll('DOMAIN', `"${to.domain}"`);
}

function globals({ sipPort, wsPort, wssPort }: KamailioSurroundings): string {
  return `
#!define FROM_WEBRTC 1
#!define TO_WEBRTC 2
#!define WITHOUT_OFFER 3
debug=2
log_stderror=yes
memlog=9
children=2
tcp_children=2
enable_tls=yes
tcp_accept_no_cl=yes
tcp_connection_lifetime=3605
auto_aliases=no
dns=no
rev_dns=no
listen=udp:127.0.0.1:${String(sipPort)}
listen=tcp:127.0.0.1:${String(sipPort)}
listen=tcp:127.0.0.1:${String(wsPort)}
listen=tls:127.0.0.1:${String(wssPort)}
`;
}

function modules(to: KamailioSurroundings): string {
  return `
loadmodule "tls.so"
loadmodule "sl.so"
loadmodule "tm.so"
loadmodule "tmx.so"
loadmodule "rr.so"
loadmodule "pv.so"
loadmodule "kex.so"
loadmodule "maxfwd.so"
loadmodule "textops.so"
loadmodule "siputils.so"
loadmodule "xlog.so"
loadmodule "sanity.so"
loadmodule "usrloc.so"
loadmodule "registrar.so"
loadmodule "htable.so"
loadmodule "auth.so"
loadmodule "nathelper.so"
loadmodule "rtpengine.so"
loadmodule "xhttp.so"
loadmodule "jsonrpcs.so"
loadmodule "websocket.so"

modparam("tls", "private_key", "${to.keyFile}")
modparam("tls", "certificate", "${to.certificateFile}")
modparam("tls", "tls_method", "TLSv1.2+")
modparam("usrloc", "db_mode", 0)
modparam("usrloc", "handle_lost_tcp", 1)
modparam("registrar", "received_avp", "$avp(received)")
modparam("nathelper", "received_avp", "$avp(received)")
modparam("registrar", "min_expires", 10)
modparam("registrar", "max_expires", 3600)
modparam("registrar", "xavp_rcd", "contact")
modparam("rr", "append_fromtag", 1)
modparam("tm", "fr_timer", 5000)
modparam("tm", "fr_inv_timer", 120000)
modparam("tm", "cancel_b_method", 0)
modparam("rtpengine", "rtpengine_sock", "udp:127.0.0.1:${String(to.rtpengineControlPort)}")
modparam("rtpengine", "extra_id_pv", "$avp(branch)")
modparam("htable", "htable", "passwords=>size=4;")
modparam("jsonrpcs", "transport", 1)
modparam("xlog", "prefix", "")
`;
}

const MAIN_ROUTE = `
request_route {
  xlog("L_NOTICE", "SIP $rm $fU $tU $proto\\n");

  if (!mf_process_maxfwd_header("10")) {
    sl_send_reply("483", "Too Many Hops");
    exit;
  }

  # A browser's own address in Via and Contact is made up: answer where the request came from.
  force_rport();
  if (is_method("REGISTER")) {
    fix_nated_register();
  } else if ($proto =~ "ws") {
    add_contact_alias();
  }

  if (is_method("CANCEL")) {
    if (t_check_trans()) { route(RELAY); }
    exit;
  }

  if (has_totag()) {
    route(WITHIN_DIALOG);
    exit;
  }

  t_check_trans();

  if (is_method("ACK")) { exit; }
  if (is_method("REGISTER")) {
    route(REGISTER);
    exit;
  }

  if (is_method("OPTIONS") && $rU == $null) {
    # OPTIONS to the server itself is how phones ask whether it lives.
    sl_send_reply("200", "OK");
    exit;
  }

  if ($fd != DOMAIN || $sht(passwords=>$fU) == $null) {
    sl_send_reply("403", "Forbidden");
    exit;
  }
  if (!is_present_hf("Proxy-Authorization") || !pv_proxy_authenticate("$fd", "$sht(passwords=>$au)", "0")) {
    proxy_challenge("$fd", "1");
    exit;
  }
  if ($au != $fU) {
    sl_send_reply("403", "Forbidden");
    exit;
  }
  consume_credentials();

  if (is_method("INVITE|SUBSCRIBE|REFER")) { record_route(); }
  if (is_method("SUBSCRIBE")) { route(NOTIFIER); }
  if ($rd != DOMAIN) {
    # The address of a phone itself, as a REFER names it (RFC 5589 section 7.1).
    handle_ruri_alias();
    route(RELAY);
  }
  route(TARGETS);
  route(LOCATION);
}

# Who tells of somebody is known by both: "dialog.frank" tells of Frank's calls.
route[NOTIFIER] {
  $rU = $hdr(Event) + "." + $rU;
  if (!lookup("location")) {
    sl_send_reply("489", "Bad Event");
    exit;
  }
  route(RELAY);
}

route[WITHIN_DIALOG] {
  if (loose_route()) {
    handle_ruri_alias();
    if (is_method("NOTIFY")) { record_route(); }
    route(RELAY);
  } else if (is_method("ACK")) {
    if (t_check_trans()) { t_relay(); }
  } else {
    sl_send_reply("404", "Not Here");
  }
}

route[REGISTER] {
  if ($rd != DOMAIN || $tU == "forbid") {
    sl_send_reply("403", "Forbidden");
    exit;
  }
  if ($tU == "nosuch") {
    sl_send_reply("404", "Not Found");
    exit;
  }
  if ($tU == "unavail") {
    append_to_reply("Retry-After: 30\\r\\n");
    sl_send_reply("503", "Service Unavailable");
    exit;
  }
  if (!is_present_hf("Authorization") || !pv_www_authenticate("$td", "$sht(passwords=>$au)", "0")) {
    www_challenge("$td", "1");
    exit;
  }
  if ($au != $tU) {
    sl_send_reply("403", "Forbidden");
    exit;
  }
  save("location");
  exit;
}

route[LOCATION] {
  if (!lookup("location")) {
    if ($sht(passwords=>$rU) == $null) {
      sl_send_reply("404", "Not Found");
    } else {
      sl_send_reply("480", "Temporarily Unavailable");
    }
    exit;
  }
  route(RELAY);
}

route[RELAY] {
  # An ACK is relayed without a transaction, and so without its routes.
  if (is_method("ACK")) { route(MEDIA_OF_ACK); }
  if (is_method("INVITE|UPDATE|PRACK|BYE|CANCEL")) {
    t_on_branch("MEDIA_OF_REQUEST");
    t_on_reply("MEDIA_OF_REPLY");
    t_on_failure("MEDIA_OF_FAILURE");
  }
  if (!t_relay()) { sl_reply_error(); }
  exit;
}
`;

function targets(): string {
  const answers = Object.entries(CANNED).map(([user, reply]) => {
    const [code = '', ...words] = reply.split(' ');

    return `  if ($rU == "${user}") { sl_send_reply("${code}", "${words.join(' ')}"); exit; }`;
  });

  return `
route[TARGETS] {
${answers.join('\n')}
  if ($rU == "blackhole") {
    # Rings, and then goes on to the discard port, where nobody ever answers. A caller's CANCEL
    # finds that branch and gets its 487.
    # Without a Contact no early dialog comes into being, and SIP.js drops the 180.
    append_to_reply("Contact: <sip:blackhole@127.0.0.1:9>\\r\\n");
    t_newtran();
    t_reply("180", "Ringing");
    t_set_fr(120000, 120000);
    $du = "sip:127.0.0.1:9";
    t_relay();
    exit;
  }
}
`;
}

function events({ passwords }: KamailioSurroundings): string {
  const known = Object.entries(passwords).map(
    ([user, password]) => `  $sht(passwords=>${user}) = "${password}";`,
  );

  return `
event_route[htable:mod-init] {
${known.join('\n')}
}

event_route[xhttp:request] {
  if ($hdr(Upgrade) =~ "websocket") {
    ws_handle_handshake();
    exit;
  }
  if ($hu =~ "^/rpc") {
    jsonrpc_dispatch();
    exit;
  }
  xhttp_reply("404", "Not Found", "text/plain", "This server speaks SIP over WebSocket.\\n");
}
`;
}
