using Google.Apis.Discovery;
using Google.Apis.Requests;
using Google.Apis.Services;
using Google.Apis.Util;

namespace SlotBooking.Core.Calendars.Google;

/// <summary>A request about the events of one calendar.</summary>
internal abstract class GoogleRequest<T>(IClientService service, string calendarId) : ClientServiceRequest<T>(service)
{
    [RequestParameter("calendarId", RequestParameterType.Path)]
    public string CalendarId { get; } = calendarId;

    /// <summary>Sets the version that must still stand, if one is given.</summary>
    public string? IfMatch
    {
        init
        {
            if (value is not null)
            {
                ModifyRequest = message => message.Headers.TryAddWithoutValidation("If-Match", value);
            }
        }
    }

    /// <summary>Whether people would see what it does.</summary>
    public virtual bool ChangesCalendar => HttpMethod != System.Net.Http.HttpMethod.Get.Method;

    public override string RestPath => "calendars/{calendarId}/events";

    protected void Declare(string name, string type)
    {
        RequestParameters.Add(name, new Parameter { Name = name, ParameterType = type, IsRequired = type == "path" });
    }

    protected override void InitParameters()
    {
        base.InitParameters();
        Declare("calendarId", "path");
    }
}

/// <summary>Lists what stands in a window, or what changed since a sync token.</summary>
internal sealed class ListEvents : GoogleRequest<GoogleEvents>
{
    public ListEvents(IClientService service, string calendarId)
        : base(service, calendarId) => InitParameters();

    [RequestParameter("singleEvents", RequestParameterType.Query)]
    public bool? SingleEvents { get; init; }

    [RequestParameter("maxResults", RequestParameterType.Query)]
    public int? MaxResults { get; init; }

    [RequestParameter("pageToken", RequestParameterType.Query)]
    public string? PageToken { get; init; }

    [RequestParameter("syncToken", RequestParameterType.Query)]
    public string? SyncToken { get; init; }

    [RequestParameter("timeMin", RequestParameterType.Query)]
    public string? TimeMin { get; init; }

    [RequestParameter("timeMax", RequestParameterType.Query)]
    public string? TimeMax { get; init; }

    /// <summary>Only events with this private property, <c>name=value</c>; not with a sync token.</summary>
    [RequestParameter("privateExtendedProperty", RequestParameterType.Query)]
    public string? PrivateExtendedProperty { get; init; }

    public override string MethodName => "list";

    public override string HttpMethod => System.Net.Http.HttpMethod.Get.Method;

    protected override void InitParameters()
    {
        base.InitParameters();
        string[] names = ["singleEvents", "maxResults", "pageToken", "syncToken", "timeMin", "timeMax", "privateExtendedProperty"];
        foreach (var name in names)
        {
            Declare(name, "query");
        }
    }
}

/// <summary>Makes an event with an id of ours.</summary>
internal sealed class InsertEvent : GoogleRequest<GoogleEvent>
{
    private readonly GoogleEvent _body;

    public InsertEvent(IClientService service, string calendarId, GoogleEvent body)
        : base(service, calendarId)
    {
        _body = body;
        InitParameters();
    }

    public override string MethodName => "insert";

    public override string HttpMethod => System.Net.Http.HttpMethod.Post.Method;

    protected override object GetBody() => _body;
}

/// <summary>Gets, patches or deletes one event.</summary>
internal sealed class OneEvent<T> : GoogleRequest<T>
{
    private readonly object? _body;

    public OneEvent(IClientService service, string calendarId, string eventId, HttpMethod method, object? body = null)
        : base(service, calendarId)
    {
        EventId = eventId;
        HttpMethod = method.Method;
        _body = body;
        InitParameters();
    }

    [RequestParameter("eventId", RequestParameterType.Path)]
    public string EventId { get; }

    public override string MethodName => HttpMethod;

    public override string HttpMethod { get; }

    public override string RestPath => "calendars/{calendarId}/events/{eventId}";

    protected override object? GetBody() => _body;

    protected override void InitParameters()
    {
        base.InitParameters();
        Declare("eventId", "path");
    }
}
