# Figures of GP online services in England as data frames.
#
#   source("gp_online.R")
#   figures <- get_figures("records_enabled", level = "region", period = "latest")
#
# Take this one file; it needs the packages curl and jsonlite. Figures of a release never change: name it with
# `release` and the same lines give the same table next year.

# Where the API is, unless a call or the variable GP_ONLINE_SERVER of the environment says otherwise.
gp_online_server <- "https://gp-online.example"

# Figures with their numerators, denominators and coverage, a row for each. `measure`, `level`, `area` and `parent`
# take one text or several; `period` is a month such as "2018-09" or "latest", or give `from` and `to`. NA is a value
# that is not known, and never zero.
get_figures <- function(measure = NULL, ..., release = NULL, server = NULL) {
  get_table("/figures", measure = measure, ..., release = release, server = server)
}

# The answer of any endpoint of the API that is a table, such as "/search" or "/comparisons". The attributes
# `meta` and `address` of the data frame say which release it is from and where it was asked. Stops with what the
# API says where it refuses the question.
get_table <- function(path, ..., server = NULL) {
  asked <- Filter(Negate(is.null), list(...))
  query <- vapply(names(asked), function(name) {
    value <- asked[[name]]
    text <- if (is.logical(value)) tolower(as.character(value)) else as.character(value)
    paste0(name, "=", curl::curl_escape(paste(text, collapse = ",")))
  }, character(1))
  named <- Sys.getenv("GP_ONLINE_SERVER")
  root <- if (!is.null(server)) server else if (nzchar(named)) named else gp_online_server
  address <- paste0(sub("/+$", "", root), "/api/v1", path,
                    if (length(query)) paste0("?", paste(query, collapse = "&")))
  handle <- curl::new_handle()
  curl::handle_setheaders(handle, Accept = "application/json")
  response <- curl::curl_fetch_memory(address, handle)
  text <- rawToChar(response$content)
  Encoding(text) <- "UTF-8"
  if (response$status_code != 200) {
    said <- tryCatch(jsonlite::fromJSON(text)$detail, error = function(error) NULL)
    stop(if (is.null(said)) paste("status", response$status_code) else said, call. = FALSE)
  }
  answer <- jsonlite::fromJSON(text, simplifyDataFrame = TRUE)
  table <- as.data.frame(answer$data, stringsAsFactors = FALSE)
  attr(table, "meta") <- answer$meta
  attr(table, "address") <- address
  table
}
