# Two servers behind one cache: see docs/deploying.md. Install as /etc/varnish/default.vcl. Varnish does not speak
# HTTPS. If a proxy in front of it does, that proxy adds to X-Forwarded-For: run the servers with UPTAKE_PROXIES=2.
# Without one, use UPTAKE_PROXIES=1. Set UPTAKE_ORIGIN in either case.
#
# Empty the cache when the servers' software changes (varnishadm "ban obj.status != 0"): responses of a named release
# are cached for a day.
vcl 4.1;

import directors;

# With UPTAKE_PREFIX, it goes before this path.
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
    # Metrics are only for Prometheus, which reads them from each server. With any UPTAKE_PREFIX.
    if (req.url ~ "(?i)^[^?]*/metrics/?($|[?])") {
        return (synth(404));
    }
    # The servers read no cookies, so those of other sites on this host must not split the cache.
    unset req.http.Cookie;
    # Each request has its own id, even if one cached response answers many.
    set req.http.X-Request-Id = req.xid;
    # Nothing of a release is cached before it is published. The address contains a token: have varnishncsa leave it out
    # of the log, with -q 'not ReqURL ~ "(?i)/preview/"'.
    if (req.url ~ "(?i)/preview/") {
        return (pass);
    }
    # Whole files are large and read in parts, so the servers send them from disk.
    if (req.url ~ "^[^?]*\.(zip|duckdb|parquet|xlsx)(\?|$)") {
        return (pass);
    }
}

sub vcl_backend_error {
    # If one server refuses the connection, the request goes to the other.
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
