const TO_WEBRTC = 'replace-origin replace-session-connection ICE=force SDES-off UDP/TLS/RTP/SAVPF';
const TO_PLAIN_SIP = 'replace-origin replace-session-connection ICE=remove rtcp-mux-demux RTP/AVP';

/**
 * What each side must get: WebRTC wants ICE, DTLS-SRTP and one port; plain SIP none of it.
 * The answer to a WebRTC caller must not say `DTLS=passive`: rtpengine has already begun as the
 * active side by then, Chromium would wait as the passive one, and DTLS never starts.
 * Branches of a forked call are told apart by the id in `$avp(branch)`.
 */
export const MEDIA_ROUTES = `
branch_route[MEDIA_OF_REQUEST] {
  if (is_method("BYE")) { rtpengine_delete(); }

  resetbflag(FROM_WEBRTC);
  resetbflag(TO_WEBRTC);
  resetbflag(WITHOUT_OFFER);
  if ($proto =~ "ws") { setbflag(FROM_WEBRTC); }
  if ($ru =~ "transport=ws" || $du =~ "transport=ws") { setbflag(TO_WEBRTC); }

  if (!has_body("application/sdp")) {
    setbflag(WITHOUT_OFFER);
    return;
  }
  if (has_totag()) { route(MEDIA_WITHIN_DIALOG); } else { route(MEDIA_OF_BRANCH); }
}

route[MEDIA_WITHIN_DIALOG] {
  if (isbflagset(TO_WEBRTC)) {
    rtpengine_offer("DTLS=passive rtcp-mux-offer ${TO_WEBRTC}");
  } else {
    rtpengine_offer("${TO_PLAIN_SIP}");
  }
}

route[MEDIA_OF_BRANCH] {
  $avp(branch) = $ci + "-" + $T_branch_idx;
  if (isbflagset(TO_WEBRTC)) {
    rtpengine_offer("via-branch=extra DTLS=passive rtcp-mux-offer ${TO_WEBRTC}");
  } else {
    rtpengine_offer("via-branch=extra ${TO_PLAIN_SIP}");
  }
}

onreply_route[MEDIA_OF_REPLY] {
  if ($proto =~ "ws") { add_contact_alias(); }
  if (!has_body("application/sdp")) { return; }

  if (isbflagset(WITHOUT_OFFER)) {
    route(MEDIA_OFFERED_IN_REPLY);
  } else if ($T_req($tt) != $null && $T_req($tt) != "") {
    if (isbflagset(FROM_WEBRTC)) {
      rtpengine_answer("rtcp-mux-require ${TO_WEBRTC}");
    } else {
      rtpengine_answer("${TO_PLAIN_SIP}");
    }
  } else {
    $avp(branch) = $ci + "-" + $T_branch_idx;
    if (isbflagset(FROM_WEBRTC)) {
      rtpengine_answer("via-branch=extra rtcp-mux-require ${TO_WEBRTC}");
    } else {
      rtpengine_answer("via-branch=extra ${TO_PLAIN_SIP}");
    }
  }
}

# Who got no offer in the INVITE answers in the ACK (RFC 3261 section 13.2.1), which knows nothing
# of branches.
route[MEDIA_OFFERED_IN_REPLY] {
  if (isbflagset(FROM_WEBRTC)) {
    rtpengine_offer("DTLS=passive rtcp-mux-offer ${TO_WEBRTC}");
  } else {
    rtpengine_offer("${TO_PLAIN_SIP}");
  }
}

route[MEDIA_OF_ACK] {
  if (!has_body("application/sdp")) { return; }
  if ($ru =~ "transport=ws" || $du =~ "transport=ws") {
    rtpengine_answer("rtcp-mux-require ${TO_WEBRTC}");
  } else {
    rtpengine_answer("${TO_PLAIN_SIP}");
  }
}

failure_route[MEDIA_OF_FAILURE] {
  if (is_method("INVITE") && !has_totag()) { rtpengine_delete(); }
}
`;
