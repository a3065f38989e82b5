# Two servers behind one cache: see docs/deploying.md. Belongs in /etc/varnish/default.vcl. Varnish does not speak
# HTTPS: what ends it in front adds to X-Forwarded-For, and the servers then run with UPTAKE_PROXIES=2; without it,
# with UPTAKE_PROXIES=1. Set UPTAKE_ORIGIN in any case.
#
# Empty it when the servers' software changes (varnishadm "ban obj.status != 0"): what is kept of a named release is
# kept for a day.
vcl 4.1;

import directors;

probe ready {
    .url = "/health/ready";
    .interval = 500ms;
    .timeout = 2s;
    .window = 2;
    .threshold = 1;
    .initial = 1;
}

backend first {
    .host = "127.0.0.1";
    .port = "8081";
    .probe = ready;
    .first_byte_timeout = 120s;
}

backend second {
    .host = "127.0.0.1";
    .port = "8082";
    .probe = ready;
    .first_byte_timeout = 120s;
}

sub vcl_init {
    new uptake = directors.round_robin();
    uptake.add_backend(first);
    uptake.add_backend(second);
}

sub vcl_recv {
    set req.backend_hint = uptake.backend();
    # What Prometheus reads of each server is nobody else's.
    if (req.url ~ "^/metrics($|[?])") {
        return (synth(404));
    }
    # Nothing here reads cookies: those of other sites on this host make no answers of their own.
    unset req.http.Cookie;
    # Each request has a name of its own, though one answer be sent to many.
    set req.http.X-Request-Id = req.xid;
    # What somebody may see of a release before it is published is kept nowhere.
    if (req.url ~ "/preview/") {
        return (pass);
    }
    # Whole files are large, and are read in parts: the servers send them from disk.
    if (req.url ~ "^[^?]*\.(zip|duckdb|parquet|xlsx)(\?|$)") {
        return (pass);
    }
}

sub vcl_backend_error {
    # A server that took no connection has answered nothing: the other is asked.
    if (bereq.retries == 0) {
        return (retry);
    }
}

sub vcl_deliver {
    set resp.http.X-Request-Id = req.xid;
    if (obj.hits > 0) {
        set resp.http.X-Cache = "HIT";
    } else {
        set resp.http.X-Cache = "MISS";
    }
}
