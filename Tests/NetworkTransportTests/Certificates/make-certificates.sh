#!/bin/sh
# Writes the certificates that the tests of trust use: a private authority, another one, and certificates that the first
# has signed for services by name and by address. Run it in this folder; nothing secret is in them.
set -eu

authority() {
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 36500 -subj "/CN=$2" \
    -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign -keyout "$1-key.pem" -out "$1.pem"
}

authority authority "Private Authority"
authority other-authority "Another Authority"
rm other-authority-key.pem

service() {
  openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj "/CN=$2" -keyout "$1-key.pem" -out "$1.csr"
  printf '%s\nbasicConstraints=critical,CA:FALSE\n' "${3:+subjectAltName=$3}" > "$1.ext"
  openssl x509 -req -in "$1.csr" -CA authority.pem -CAkey authority-key.pem -CAcreateserial -days 36500 \
    -extfile "$1.ext" -out "$1.pem"
  rm "$1.csr" "$1.ext"
}

service service appstream.private.example DNS:appstream.private.example
# Documentation addresses (RFC 5737, RFC 3849): only a proxy of the tests knows a way there.
service address 192.0.2.7 IP:192.0.2.7
service address-v6 2001:db8::7 IP:2001:db8::7
service loopback 127.0.0.1 IP:127.0.0.1,IP:::1
service named-like-an-address 192.0.2.7 DNS:192.0.2.7
service wildcard private.example 'DNS:*.private.example'
service common-name appstream.private.example ''
rm authority-key.pem authority.srl
