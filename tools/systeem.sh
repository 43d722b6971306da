#!/bin/sh
# What the tests need beside Python: Chromium for the browser tests, Java and Maven for the Neo4j tests,
# LibreOffice Calc (74 MB) for what a spreadsheet program does to the workbook, Writer for the reports in Word.
# As root on Debian what is missing is installed; elsewhere the tests say what they lack and skip.
set -eu
missing=""
command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || \
    command -v google-chrome >/dev/null 2>&1 || missing="$missing chromium"
command -v mvn >/dev/null 2>&1 || missing="$missing maven"
command -v javac >/dev/null 2>&1 || missing="$missing default-jdk-headless"
if command -v soffice >/dev/null 2>&1; then
    [ -e "$(dirname "$(readlink -f "$(command -v soffice)")")/libswlo.so" ] || missing="$missing libreoffice-writer-nogui"
else
    missing="$missing libreoffice-calc-nogui libreoffice-writer-nogui"
fi
[ -n "$missing" ] || exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing:$missing"
    apt-get update -qq
    # shellcheck disable=SC2086  # a list of packages
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing fonts-open-sans >/dev/null
else
    echo "Not found:$missing. The tests that need them are skipped."
fi
