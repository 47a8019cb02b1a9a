using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace SlotBooking.Core.Persistence;

/// <summary>Instants as UTC ticks, because SQLite can neither order nor compare a <see cref="DateTimeOffset"/>.</summary>
public sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(
    instant => instant.UtcTicks,
    ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

/// <summary>Instants in UTC, because PostgreSQL's driver takes no other offset for <c>timestamptz</c>.</summary>
public sealed class UtcInstant() : ValueConverter<DateTimeOffset, DateTimeOffset>(
    instant => instant.ToUniversalTime(),
    instant => instant.ToUniversalTime());
