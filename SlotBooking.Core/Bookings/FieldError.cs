namespace SlotBooking.Core.Bookings;

/// <summary>What is wrong with one field; pages put it into words.</summary>
/// <param name="Field">The form's name of the field: lastName, firstName, phone, email, note, potential, campaign, reason, outcome, day, commandId.</param>
/// <param name="Problem">What is wrong.</param>
/// <param name="Limit">The limit that was exceeded, where there is one.</param>
public sealed record FieldError(string Field, FieldProblem Problem, int? Limit = null);

/// <summary>The ways in which a field can be wrong.</summary>
public enum FieldProblem
{
    /// <summary>It has to be filled.</summary>
    Missing,

    /// <summary>Longer than the limit.</summary>
    TooLong,

    /// <summary>Contains characters nobody can type or read, such as a NUL or a line break in a name.</summary>
    Unreadable,

    /// <summary>No phone number that could be dialled.</summary>
    NotAPhoneNumber,

    /// <summary>No e-mail address.</summary>
    NotAnEmail,

    /// <summary>Not one of the choices.</summary>
    NotAChoice,
}
