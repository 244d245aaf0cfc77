#!/bin/sh
# Writes the certificates that the tests of trust use: a private authority, another one, and a service's certificate
# that the first has signed. Run it in this folder; nothing secret is in them.
set -eu

authority() {
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 36500 -subj "/CN=$2" \
    -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign -keyout "$1-key.pem" -out "$1.pem"
}

authority authority "Private Authority"
authority other-authority "Another Authority"
rm other-authority-key.pem

openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj "/CN=appstream.private.example" \
  -keyout service-key.pem -out service.csr
printf 'subjectAltName=DNS:appstream.private.example\nbasicConstraints=critical,CA:FALSE\n' > service.ext
openssl x509 -req -in service.csr -CA authority.pem -CAkey authority-key.pem -CAcreateserial -days 36500 \
  -extfile service.ext -out service.pem
rm authority-key.pem authority.srl service.csr service.ext
