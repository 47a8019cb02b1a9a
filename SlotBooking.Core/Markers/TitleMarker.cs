namespace SlotBooking.Core.Markers;

/// <summary>What people append to a title, in brackets, to say how an appointment went.</summary>
public enum TitleMarker
{
    /// <summary>No marker.</summary>
    None,

    /// <summary>( erschienen ): the customer showed up.</summary>
    Completed,

    /// <summary>( nicht erschienen ): confirmed, but not present.</summary>
    NoShow,

    /// <summary>( Ghost ): neither confirmed nor present.</summary>
    Ghost,

    /// <summary>( verschoben ): put off by the customer.</summary>
    Rescheduled,

    /// <summary>( abgesagt ): called off.</summary>
    Cancelled,

    /// <summary>( Überhang ): put off by us; takes two places.</summary>
    Overhang,

    /// <summary>( Exit ): the customer left the process.</summary>
    Exit,

    /// <summary>( Vorbehalt ): still open.</summary>
    Reserved,

    /// <summary>Brackets at the end with a word that means nothing.</summary>
    Unknown,
}
