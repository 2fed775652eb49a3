// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing but a place for precompiled headers to be built from.
