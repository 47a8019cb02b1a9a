namespace SlotBooking.Tests.Selection;

/// <summary>Names what a test needs besides its own process, for <c>[Trait(Needs.Trait, Needs.Browser)]</c>.</summary>
/// <remarks>The quick run selects tests that need nothing. A row of a theory that is told on PostgreSQL needs no trait: it is left out by its display name.</remarks>
public static class Needs
{
    /// <summary>The trait's name.</summary>
    public const string Trait = "Needs";

    /// <summary>Chromium, and the built program as its server.</summary>
    public const string Browser = "Browser";

    /// <summary>Programs that the test starts, and may kill.</summary>
    public const string Processes = "Processes";

    /// <summary>The PostgreSQL server of this run.</summary>
    public const string PostgreSql = "PostgreSql";
}
