# Lees de matrices van een vraagronde (netwerkkaart bevraging matrix RONDE --map MAP) in gewone R, zonder pakketten.
#
#   Rscript lees_matrix.R MAP            toont de cijfers
#   source("lees_matrix.R")              en dan: ronde <- lees_matrix("MAP")
#
# 1 is ja, 0 is nee, NA is niet gevraagd of niet geweten. Reken NA nooit als 0: gebruik de grenzen hieronder.

# A cell that a spreadsheet could run was given an apostrophe in front; take it off again.
herstel_tekst <- function(x) sub("^'(?='*[-=+@\t\r\n])", "", x, perl = TRUE)

# Codes stay texts: as numbers they would lose their leading zeros.
lees_tabel <- function(pad) {
  read.csv(pad, colClasses = "character", check.names = FALSE, na.strings = "NA",
           fileEncoding = "UTF-8", stringsAsFactors = FALSE)
}

lees_vierkant <- function(pad) {
  tabel <- lees_tabel(pad)
  waarden <- as.matrix(tabel[, -1, drop = FALSE])
  storage.mode(waarden) <- "integer"
  dimnames(waarden) <- list(herstel_tekst(tabel[[1]]), herstel_tekst(names(tabel)[-1]))
  stopifnot(identical(rownames(waarden), colnames(waarden)))
  waarden
}

lees_matrix <- function(map) {
  organisaties <- lees_tabel(file.path(map, "organisaties.csv"))
  organisaties[] <- lapply(organisaties, herstel_tekst)
  ronde <- list(
    gezegd = lees_vierkant(file.path(map, "gezegd.csv")),
    paren = lees_vierkant(file.path(map, "paren.csv")),
    organisaties = organisaties
  )
  stopifnot(identical(rownames(ronde$paren), ronde$organisaties$id))
  ronde
}

# Every pair once; the bounds take all that was not asked as no, and as yes.
cijfers <- function(ronde) {
  paren <- ronde$paren[upper.tri(ronde$paren)]
  ja <- sum(paren == 1, na.rm = TRUE)
  nee <- sum(paren == 0, na.rm = TRUE)
  open <- sum(is.na(paren))
  c(organisaties = nrow(ronde$paren), ja = ja, nee = nee, niet_gevraagd = open,
    minstens = ja / length(paren), hoogstens = (ja + open) / length(paren))
}

if (sys.nframe() == 0L) {
  argumenten <- commandArgs(trailingOnly = TRUE)
  if (length(argumenten) != 1L) stop("Geef de map met de matrices: Rscript lees_matrix.R MAP")
  uit <- cijfers(lees_matrix(argumenten[1]))
  for (naam in names(uit)) cat(naam, format(uit[[naam]], digits = 4), "\n")
}
